using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class SecretsFileTests
{
    private const string Yaml = "dev: {engine: {kind: spark, secrets: keys/etl.env}, visits: {path: \"${A}-${B}-${C}\"}}";

    [Test]
    public void Its_variables_stand_above_those_of_the_env_file_and_below_the_environment()
    {
        var configuration = Some.MachineWith(Yaml).WithFile("keys/etl.env", "A=secrets\nB=secrets\n").WithFile(".env", "A=env\nB=env\nC=env\n").WithVariable("A", "a").Load();
        Assert.That(configuration.Section<VisitsLikeOptions>().Path, Is.EqualTo("a-secrets-env"));
    }

    [Test]
    public void A_file_of_its_name_beside_the_configuration_stands_for_it_as_in_a_container() =>
        Assert.That(
            Some.MachineWith(Yaml).WithFile("etl.env", "A=1\nB=2\nC=3\n").Load().Section<VisitsLikeOptions>().Path, Is.EqualTo("1-2-3"));

    [Test]
    public void One_that_is_not_there_is_a_problem_with_its_place() =>
        Assert.That(
            Some.MachineWith("dev: {engine: {kind: spark, secrets: keys/etl.env}}").Problems(),
            Is.EqualTo(new[] { "config.yaml(1,38): engine.secrets names keys/etl.env, which is not there; correct the path, or take the key out to use the variables of the environment" }));

    [Test]
    public void Overrides_may_stand_in_it()
    {
        var configuration = Some.MachineWith("dev: {engine: {kind: spark, secrets: s.env}}").WithFile("s.env", "SPARKETL__DEV__ENGINE__QUEUE=nightly\n").Load();
        Assert.That(((SparkEngineOptions)configuration.Engine).Queue, Is.EqualTo("nightly"));
    }

    [Test]
    public void It_cannot_be_overridden() =>
        Assert.That(
            Some.MachineWith("dev: {engine: {kind: spark}}").WithFile("s.env", string.Empty).Problems("dev", "engine.secrets=s.env"),
            Has.One.Contains("engine.secrets cannot be overridden"));
}
