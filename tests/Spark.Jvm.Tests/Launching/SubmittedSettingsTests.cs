using SparkEtl.Spark.Engines.Jvm.Gateway;
using SparkEtl.Spark.Engines.Jvm.Launching;
using SparkEtl.Spark.Engines.Jvm.Sessions;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Jvm.Tests.Launching;

/// <summary>What a session in the JVM of spark-submit is started with.</summary>
internal sealed class SubmittedSettingsTests
{
    private static readonly SparkSettings Meaning = new();

    [Test]
    public void What_spark_submit_was_told_stays_and_the_rest_is_added()
    {
        var settings = Settled([new("spark.executor.memory", "4g"), new("spark.x", "ours")], new() { ["spark.executor.memory"] = "8g", ["spark.master"] = "yarn" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Keys, Has.None.EqualTo("spark.executor.memory").And.None.EqualTo("spark.master"));
            Assert.That(settings["spark.x"], Is.EqualTo("ours"));
            Assert.That(settings["spark.sql.ansi.enabled"], Is.EqualTo("true"));
            Assert.That(settings["spark.sql.datetime.java8API.enabled"], Is.EqualTo("true"));
            Assert.That(settings.Keys, Has.None.EqualTo("spark.sql.shuffle.partitions"), "that of one machine is not a cluster's");
        }
    }

    [Test]
    public void On_one_machine_the_number_of_partitions_is_that_of_the_master_that_was_told() =>
        Assert.That(Settled([new("spark.master", "yarn")], new() { ["spark.master"] = "local[3]" })["spark.sql.shuffle.partitions"], Is.EqualTo("12"));

    [Test]
    public void What_our_side_relies_on_is_set_whatever_was_told() =>
        Assert.That(Settled([], new() { ["spark.sql.datetime.java8API.enabled"] = "false", ["spark.sql.ansi.enabled"] = "TRUE" })["spark.sql.ansi.enabled"], Is.EqualTo("true"));

    [Test]
    public void A_setting_that_changes_the_meaning_is_refused() =>
        Assert.That(() => Settled([], new() { ["spark.sql.ansi.enabled"] = "false" }), Throws.TypeOf<RefusedException>().With.Message.Contains("spark.sql.ansi.enabled=false"));

    [Test]
    public void Half_of_the_environment_of_the_runner_is_an_error() =>
        Assert.That(
            () => SubmittedDriver.Find(new Surroundings(name => name == "SPARKETL_GATEWAY_PORT" ? "4711" : null, [])),
            Throws.TypeOf<LaunchException>().With.Message.Contains("SPARKETL_GATEWAY_TOKEN is not set"));

    [Test]
    public void The_environment_of_the_runner_leads_to_its_gateway() =>
        Assert.That(
            SubmittedDriver.Find(new Surroundings(name => name == "SPARKETL_GATEWAY_PORT" ? "4711" : "secret", []))!.Endpoint,
            Is.EqualTo(new GatewayEndpoint(4711, new Utils.Secrets.Secret("secret"))));

    private static Dictionary<string, string> Settled(KeyValuePair<string, string>[] ours, Dictionary<string, string> told) =>
        new(SessionSettings.OfSubmitted([.. Meaning.All, .. ours], keys => told.Where(t => keys.Contains(t.Key)).ToDictionary()));
}
