using FsCheck;
using FsCheck.Fluent;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class SecretValueTests
{
    internal sealed record ServiceOptions
    {
        public string? ApiPassword { get; init; }

        [Secret]
        public string? ApiKey { get; init; }

        public Secret? Token { get; init; }

        public IReadOnlyList<Secret> Tokens { get; init; } = [];
    }

    private static Some.Machine Source(string password) => Some.MachineWith($"""
        dev:
          source:
            kind: mysql
            host: h
            database: d
            username: u
            password: {password}
        """);

    private static string Password(EnvironmentConfiguration configuration) => ((MySqlSourceOptions)configuration.Source!).Password.Reveal();

    private const string WriteThis = "dev.source.password is written out here, but a secret may only come from the environment, .env or a file; "
        + "write password: ${DEV_SOURCE_PASSWORD} and set that variable, or password: ${file:PATH}";

    [TestCase("hunter2")]
    [TestCase("'hunter2'")]
    [TestCase("1234567")]
    [TestCase("hunter2${X}")]
    [TestCase("$${hunter2}")]
    public void A_password_written_out_is_refused_and_not_shown(string literal)
    {
        string[] problems = Source(literal).WithVariable("X", "x").Problems();
        Assert.That(problems, Is.EqualTo(new[] { $"config.yaml(7,15): {WriteThis}" }));
    }

    [Test]
    public void A_password_written_out_on_the_command_line_is_refused_and_not_shown() =>
        Assert.That(Source("${PW}").WithVariable("PW", "x").Problems("dev", "source.password=hunter2"), Is.EqualTo(new[] { $"--set source.password: {WriteThis}" }));

    [Test]
    public void A_password_comes_from_a_variable_the_env_file_a_file_or_an_override() => Assert.Multiple(() =>
    {
        Assert.That(Password(Source("${PW}").WithVariable("PW", "hunter2").Load()), Is.EqualTo("hunter2"));
        Assert.That(Password(Source("${PW}").WithFile(".env", "PW=hunter2").Load()), Is.EqualTo("hunter2"));
        Assert.That(Password(Source("${file:pw}").WithFile("pw", "hunter2\n").Load()), Is.EqualTo("hunter2"));
        Assert.That(Password(Source("${NOT_SET}").WithVariable("SPARKETL__DEV__SOURCE__PASSWORD", "hunter2").Load()), Is.EqualTo("hunter2"));
        Assert.That(Password(Source("${NOT_SET}").WithFile(".env", "SPARKETL__DEV__SOURCE__PASSWORD=hunter2").Load()), Is.EqualTo("hunter2"));
        Assert.That(Password(Source("${NOT_SET}").WithVariable("PW", "hunter2").Load("dev", "source.password=${PW}")), Is.EqualTo("hunter2"));
    });

    [Test]
    public void A_password_in_an_override_variable_is_taken_as_it_is() =>
        Assert.That(Password(Source("${X}").WithVariable("SPARKETL__DEV__SOURCE__PASSWORD", "${p}$${[x]: ~").Load()), Is.EqualTo("${p}$${[x]: ~"));

    [Test]
    public void An_empty_password_is_one_and_a_variable_not_set_is_none() => Assert.Multiple(() =>
    {
        Assert.That(Password(Source("${PW}").WithVariable("PW", "").Load()), Is.Empty);
        Assert.That(Password(Source("''").Load()), Is.Empty);
        Assert.That(Source("${PW}").Problems(), Is.EqualTo(new[] { "config.yaml(7,15): ${PW} is not set; set the environment variable PW, or write PW=... into .env" }));
        Assert.That(Source("").Problems(), Is.EqualTo(new[] { "config.yaml(7,14): dev.source.password has no value; write one" }));
    });

    [Test]
    public void A_password_of_the_wrong_shape_is_not_shown() => Assert.Multiple(() =>
    {
        Assert.That(Source("{hunter2: x}").Problems(), Has.None.Contain("hunter2"));
        Assert.That(Source("[hunter2]").Problems(), Has.None.Contain("hunter2"));
    });

    [Test]
    public void Every_mark_of_a_secret_is_honoured()
    {
        ConfigurationSection[] sections = [new("service", typeof(ServiceOptions))];
        const string Yaml = "dev: {service: {api_password: a, api_key: b, token: c, tokens: [d, e]}}";
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationLoader.Load(
            new ConfigurationRequest { File = "config.yaml", Environment = "dev" }, sections, Some.MachineWith(Yaml)))!;
        Assert.That(error.Problems.Select(p => p.What.Split(' ')[0]), Is.EqualTo(new[]
        {
            "dev.service.api_password", "dev.service.api_key", "dev.service.token", "dev.service.tokens[1]", "dev.service.tokens[2]",
        }));
    }

    [TestCase("spark.hadoop.fs.s3a.secret.key")]
    [TestCase("spark.ssl.keyPassword")]
    [TestCase("spark.authenticate.secret")]
    public void A_secret_setting_of_spark_is_refused_when_written_out(string setting) =>
        Assert.That(
            Some.MachineWith($"dev: {{engine: {{kind: spark, conf: {{{setting}: hunter2}}}}}}").Problems(),
            Has.One.Contains($"dev.engine.conf.{setting} is written out here").And.None.Contain("hunter2"));

    [TestCase("spark.authenticate.secretBitLength", "256")]
    [TestCase("spark.security.credentials.hive.enabled", "false")]
    public void A_setting_that_merely_speaks_of_secrets_may_be_written_out(string setting, string value)
    {
        var dev = Some.Configuration($"dev: {{engine: {{kind: spark, conf: {{{setting}: {value}}}}}}}");
        Assert.That(((SparkEngineOptions)dev.Engine).Conf[setting], Is.EqualTo(value));
        Assert.That(dev.Masker.Mask(value), Is.EqualTo(value));
    }

    [Test]
    public void Every_secret_of_the_configuration_is_masked()
    {
        var dev = Some.MachineWith("""
                dev:
                  engine:
                    kind: spark
                    conf: {spark.hadoop.fs.s3a.access.key: "${AWS_ACCESS_KEY_ID}"}
                  source: {kind: mysql, host: h, database: d, username: u, password: "${PW}"}
                  target: {kind: postgres, host: h, database: d, username: u, password: "${file:pw}"}
                  visits: {path: "jdbc:x?user=${DB_USER}&password=${DB_PASSWORD}"}
                """)
            .WithVariable("PW", "from-variable").WithFile("pw", "from-file").WithVariable("SPARKETL__DEV__TARGET__PASSWORD", "from-override")
            .WithVariable("AWS_ACCESS_KEY_ID", "AKIA1234").WithVariable("DB_USER", "plain-user").WithVariable("DB_PASSWORD", "in-the-middle")
            .Load();
        Assert.That(
            dev.Masker.Mask("from-variable from-file from-override AKIA1234 plain-user in-the-middle"),
            Is.EqualTo("*** from-file *** *** plain-user ***"));
    }

    [Test]
    public void A_secret_used_in_the_wrong_place_is_masked_in_the_error() =>
        Assert.That(
            Source("${PW}").WithVariable("PW", "hunter2").Problems("dev", "log.level=hunter2"),
            Is.EqualTo(new[] { "--set log.level: dev.log.level must be one of debug, info, warning, error, found '***'" }));

    [Test]
    public void No_error_of_a_load_shows_a_secret() => Prop.ForAll<NonEmptyString, NonEmptyString>((given, other) =>
    {
        string secret = "s3cr3t:" + given.Get.Replace("\0", "", StringComparison.Ordinal);
        var machine = Source("${PW}").WithVariable("PW", secret)
            .WithVariable("SPARKETL__DEV__SOURCE__PORT", secret)
            .WithVariable("SPARKETL__DEV__LOG__LEVEL", secret + other.Get);
        return machine.Problems().All(p => !p.Contains(secret, StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();
}
