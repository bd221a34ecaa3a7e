using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class KindTests
{
    [Test]
    public void A_key_of_another_kind_is_refused_by_name() =>
        Assert.That(
            Some.MachineWith("""
                dev:
                  source:
                    kind: files
                    path: p
                    host: db
                """).Problems(),
            Is.EqualTo(new[] { "config.yaml(5,5): 'host' belongs to source.kind mysql, this is files; take it out or change the kind" }));

    [Test]
    public void A_key_of_several_other_kinds_names_them_all() =>
        Assert.That(
            Some.MachineWith("dev: {target: {kind: duckdb, path: p, port: 1}}").Problems(),
            Is.EqualTo(new[] { "config.yaml(1,39): 'port' belongs to target.kind postgres or redshift, this is duckdb; take it out or change the kind" }));

    [Test]
    public void A_section_without_its_kind_says_which_there_are_and_which_keys_are_unknown() =>
        Assert.That(
            Some.MachineWith("dev: {source: {path: p, colour: x}}").Problems(),
            Is.EqualTo(new[]
            {
                "config.yaml(1,15): 'kind' is missing in dev.source: files or mysql",
                "config.yaml(1,25): unknown key 'colour' in dev.source; known keys: kind, path, format, host, port, database, username, password, tls, ca, partitions, fetch_size",
            }));

    [Test]
    public void The_kind_may_stand_in_the_defaults_and_the_keys_in_the_environment()
    {
        var dev = Some.Configuration("""
            defaults:
              source: {kind: files, format: parquet}
            dev:
              source: {path: p}
            """);
        Assert.That(dev.Source, Is.EqualTo(new FilesSourceOptions { Path = "p", Format = FileFormat.Parquet }));
    }

    [Test]
    public void A_key_in_the_environment_must_fit_the_kind_of_the_defaults() =>
        Assert.That(
            Some.MachineWith("""
                defaults:
                  engine: {kind: duckdb}
                dev:
                  engine: {master: yarn}
                """).Problems(),
            Is.EqualTo(new[] { "config.yaml(4,12): 'master' belongs to engine.kind spark, this is duckdb; take it out or change the kind" }));

    [Test]
    public void A_kind_chosen_on_the_command_line_leaves_the_files_keys_of_another_kind_aside() =>
        Assert.That(
            Some.MachineWith("dev: {engine: {kind: duckdb, memory: 4GB}}").Load("dev", "engine.kind=spark").Engine,
            Is.InstanceOf<SparkEngineOptions>());

    [Test]
    public void A_key_left_aside_is_not_looked_into() =>
        Assert.That(
            Some.MachineWith("""
                defaults:
                  source: {kind: mysql, host: "${NOT_SET}", password: "${NOT_SET_EITHER}"}
                dev:
                  source: {kind: files, path: p}
                """).Load().Source,
            Is.EqualTo(new FilesSourceOptions { Path = "p" }));

    [Test]
    public void The_kind_may_be_a_reference() =>
        Assert.That(
            Some.MachineWith("dev: {engine: {kind: \"${ENGINE}\", master: yarn}}").WithVariable("ENGINE", "spark").Load().Engine,
            Is.InstanceOf<SparkEngineOptions>());

    [TestCase("4GB", true)]
    [TestCase("512 MiB", true)]
    [TestCase("60%", true)]
    [TestCase("4", false)]
    [TestCase("lots", false)]
    public void Memory_is_a_number_with_a_unit(string memory, bool fits)
    {
        Some.Machine machine = Some.MachineWith($"dev: {{engine: {{kind: duckdb, memory: {memory}}}}}");
        if (fits) Assert.That(((DuckDbEngineOptions)machine.Load().Engine).Memory, Is.EqualTo(memory));
        else Assert.That(machine.Problems(), Is.EqualTo(new[] { $"config.yaml(1,38): dev.engine.memory must be a number and a unit, such as 4GB, 512MB or 60%, found '{memory}'" }));
    }

    [TestCase("postgres", 5432)]
    [TestCase("redshift", 5439)]
    public void A_server_target_has_the_port_of_its_kind(string kind, int port) =>
        Assert.That(
            ((ServerTargetOptions)Some.MachineWith($"dev: {{target: {{kind: {kind}, host: h, database: d, username: u, password: ''}}}}").Load().Target!).Port,
            Is.EqualTo(port));
}
