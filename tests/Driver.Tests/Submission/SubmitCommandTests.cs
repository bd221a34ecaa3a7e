namespace SparkEtl.Driver.Tests.Submission;

internal sealed class SubmitCommandTests
{
    [Test]
    public void In_client_mode_the_driver_runs_the_program_of_this_machine()
    {
        using var folder = new SubmitFolder("master: \"local[2]\"");
        Assert.That(folder.Run(["--pipeline", "claims"], nullSeparated: false), Is.EqualTo("""
            env SPARK_HOME=ROOT/spark ROOT/spark/bin/spark-submit \
              --class sparketl.DotnetRunner \
              --master 'local[2]' \
              --deploy-mode client \
              --name 'sparketl prod' \
              --jars ROOT/jdbc/postgresql-1.jar \
              --conf 'spark.driver.defaultJavaOptions=-Xss16m -Duser.timezone=UTC -Dfile.encoding=UTF-8' \
              --conf spark.sparketl.memory=512m \
              --conf spark.sparketl.program=ROOT/app/sparketl
            """ + $" {Jar(folder)} prod ROOT/config.yaml \\\n  --pipeline claims\n"));
    }

    [Test]
    public void In_cluster_mode_the_program_its_settings_and_its_secrets_are_shipped()
    {
        using var folder = new SubmitFolder("master: yarn, deploy_mode: cluster, driver_memory: 8g, queue: nightly, secrets: keys/prod.env");
        folder.Write("keys/prod.env", "A=1\n");
        folder.Write(".env", "B=1\n");
        var words = folder.Submit();
        Assert.That(words, Is.SupersetOf(new[]
        {
            "cluster", "ROOT/config.yaml,ROOT/keys/prod.env", "ROOT/app.tar.gz#sparketl", "spark.yarn.queue=nightly", "spark.yarn.maxAppAttempts=1",
            "spark.yarn.am.clientModeTreatDisconnectAsFailed=true", "spark.sparketl.program=sparketl/sparketl",
        }));
        Assert.That(words[^2..], Is.EqualTo(new[] { "prod", "config.yaml" }));
    }

    [TestCase("driver_memory: 4g", "921m")]
    [TestCase("driver_memory: 1g", "1340m")]
    [TestCase("driver_memory: 16g, program_memory: 1g", "2662m")]
    [TestCase("driver_memory: 1g, driver_overhead: 3g", "3g")]
    public void The_memory_of_the_driver_s_container_counts_the_program(string settings, string expected)
    {
        using var folder = new SubmitFolder($"master: yarn, deploy_mode: cluster, {settings}");
        Assert.That(folder.Setting("spark.driver.memoryOverhead"), Is.EqualTo(expected));
    }

    [Test]
    public void A_setting_that_holds_a_secret_is_not_on_the_command_line_and_named()
    {
        using var folder = new SubmitFolder("master: \"local[2]\", conf: {spark.hadoop.fs.s3a.secret.key: \"${AWS_SECRET}\"}");
        folder.Write(".env", "AWS_SECRET=wonderland\n");
        Assert.That(folder.Run([], nullSeparated: false), Does.Not.Contain("wonderland").And.Not.Contain("s3a"));
        Assert.That(folder.Notes, Does.Contain("spark.hadoop.fs.s3a.secret.key").And.Not.Contain("wonderland"));
    }

    [Test]
    public void A_variable_that_the_driver_s_container_has_not_is_an_error_before_anything_is_submitted()
    {
        using var folder = new SubmitFolder("master: yarn, deploy_mode: cluster, conf: {spark.x: \"${PATH}\"}");
        Assert.That(() => folder.Submit(), Throws.TypeOf<DriverException>().With.Message.Contains("In the driver's container").And.Message.Contains("${PATH} is not set").And.Message.Contains("engine.secrets"));
        folder.Write(".env", "PATH=here\n");
        Assert.That(folder.Setting("spark.x"), Is.EqualTo(Environment.GetEnvironmentVariable("PATH")), "the environment of this machine stands above the file");
    }

    [Test]
    public void A_relative_target_in_a_container_is_refused()
    {
        using var folder = new SubmitFolder("master: yarn, deploy_mode: cluster", "  target: {kind: duckdb, path: out/x.duckdb}\n");
        Assert.That(() => folder.Submit(), Throws.TypeOf<DriverException>().With.Message.Contains("target.path is out/x.duckdb"));
    }

    [TestCase("deploy_mode: cluster, master: \"spark://host:7077\"", "only YARN")]
    [TestCase("master: yarn, queue: a, conf: {spark.yarn.queue: b}", "says the same twice")]
    public void What_cannot_be_submitted_is_refused(string engine, string message)
    {
        using var folder = new SubmitFolder(engine);
        Assert.That(() => folder.Submit(), Throws.TypeOf<DriverException>().With.Message.Contains(message));
    }

    [Test]
    public void Yarn_without_the_settings_of_Hadoop_is_refused()
    {
        using var folder = new SubmitFolder("master: yarn");
        folder.Variables.Remove("HADOOP_CONF_DIR");
        Assert.That(() => folder.Submit(), Throws.TypeOf<DriverException>().With.Message.Contains("HADOOP_CONF_DIR"));
    }

    [Test]
    public void A_standalone_master_is_told_processors()
    {
        using var folder = new SubmitFolder("master: \"spark://host:7077\", instances: 3, executor_cores: 4");
        Assert.That(folder.Setting("spark.cores.max"), Is.EqualTo("12"));
    }

    // The jar of the build lies beside the tests and is found first.
    private static string Jar(SubmitFolder folder) => folder.Submit().Single(w => w.EndsWith("sparketl-jvm.jar", StringComparison.Ordinal));
}
