using FsCheck;
using FsCheck.Fluent;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class OverrideTests
{
    private const string Yaml = """
        defaults:
          log: {level: debug}
        dev:
          source: {kind: files, path: of-file, format: csv}
          claims: {ignore: [ID], partition_by: [A]}
          engine: {kind: spark, conf: {spark.executor.memoryOverhead: 1g}}
        prod: {}
        """;

    private static string Path(SparkEtl.Utils.Configuration.EnvironmentConfiguration configuration) => ((FilesSourceOptions)configuration.Source!).Path;

    [Test]
    public void A_variable_overrides_the_file_in_any_case() => Assert.Multiple(() =>
    {
        Assert.That(Path(Some.MachineWith(Yaml).WithVariable("SPARKETL__DEV__SOURCE__PATH", "of-variable").Load()), Is.EqualTo("of-variable"));
        Assert.That(Path(Some.MachineWith(Yaml).WithVariable("sparketl__dev__source__path", "of-variable").Load()), Is.EqualTo("of-variable"));
    });

    [Test]
    public void The_command_line_overrides_variables_and_its_last_word_counts() =>
        Assert.That(
            Path(Some.MachineWith(Yaml).WithVariable("SPARKETL__DEV__SOURCE__PATH", "of-variable").Load("dev", "source.path=first", "source.path=last=one")),
            Is.EqualTo("last=one"));

    [Test]
    public void A_variable_of_the_defaults_yields_to_the_environment()
    {
        Some.Machine machine = Some.MachineWith(Yaml)
            .WithVariable("SPARKETL__DEFAULTS__SOURCE__PATH", "of-defaults").WithVariable("SPARKETL__DEFAULTS__LOG__LEVEL", "error");
        Assert.That(Path(machine.Load()), Is.EqualTo("of-file"));
        Assert.That(machine.Load().Log.Level, Is.EqualTo(LogThreshold.Error));
    }

    [Test]
    public void A_section_the_file_lacks_can_be_given_by_overrides_alone() =>
        Assert.That(
            Some.MachineWith(Yaml).WithVariable("SPARKETL__PROD__TARGET__KIND", "duckdb").Load("prod", "target.path=out.duckdb").Target,
            Is.EqualTo(new DuckDbTargetOptions { Path = "out.duckdb" }));

    [Test]
    public void Lists_and_mappings_are_given_as_yaml_on_one_line()
    {
        var dev = Some.MachineWith(Yaml).WithVariable("SPARKETL__DEV__CLAIMS__IGNORE", "[ID, 'X Y']")
            .Load("dev", "claims.rules=[{table: T, name: n, expression: 'a > 0'}]", "engine.conf={a: b}", "claims.partition_by=[]");
        var claims = dev.Section<ClaimsLikeOptions>();
        Assert.Multiple(() =>
        {
            Assert.That(claims.Ignore, Is.EqualTo(new[] { "ID", "X Y" }));
            Assert.That(claims.Rules, Is.EqualTo(new[] { new RuleLikeOptions("T", "n", "a > 0") }));
            Assert.That(claims.PartitionBy, Is.Empty);
            Assert.That(((SparkEngineOptions)dev.Engine).Conf, Is.EqualTo(new Dictionary<string, string> { ["a"] = "b" }));
        });
    }

    [Test]
    public void One_setting_of_spark_is_given_with_its_dots()
    {
        var conf = ((SparkEngineOptions)Some.MachineWith(Yaml).Load("dev", "engine.conf.spark.executor.cores=2").Engine).Conf;
        Assert.That(conf, Is.EqualTo(new Dictionary<string, string> { ["spark.executor.memoryOverhead"] = "1g", ["spark.executor.cores"] = "2" }));
    }

    [Test]
    public void A_setting_of_spark_the_file_has_is_found_by_a_variable_in_any_case()
    {
        var conf = ((SparkEngineOptions)Some.MachineWith(Yaml).WithVariable("SPARKETL__DEV__ENGINE__CONF__SPARK__EXECUTOR__MEMORYOVERHEAD", "2g").Load().Engine).Conf;
        Assert.That(conf, Is.EqualTo(new Dictionary<string, string> { ["spark.executor.memoryOverhead"] = "2g" }));
    }

    [Test]
    public void A_setting_of_spark_the_file_lacks_cannot_be_named_in_upper_case() => Assert.Multiple(() =>
    {
        Assert.That(
            Some.MachineWith(Yaml).WithVariable("SPARKETL__DEV__ENGINE__CONF__SPARK__EXECUTOR__CORES", "2").Problems(),
            Is.EqualTo(new[]
            {
                "environment variable SPARKETL__DEV__ENGINE__CONF__SPARK__EXECUTOR__CORES: whether 'SPARK.EXECUTOR.CORES' is meant in upper or lower case "
                    + "cannot be told from a variable's name; give the whole mapping as its value, such as {name: value}, or use --set",
            }));
        Assert.That(
            ((SparkEngineOptions)Some.MachineWith(Yaml).WithVariable("SPARKETL__DEV__ENGINE__CONF__spark__executor__cores", "2").Load().Engine).Conf["spark.executor.cores"],
            Is.EqualTo("2"));
    });

    [Test]
    public void A_key_of_a_mapping_given_whole_can_be_overridden_after_it()
    {
        var dev = Some.MachineWith(Yaml).Load("dev", "source={kind: files, path: a, format: parquet}", "source.path=b");
        Assert.That(dev.Source, Is.EqualTo(new FilesSourceOptions { Path = "b", Format = FileFormat.Parquet }));
    }

    [Test]
    public void A_value_on_the_command_line_may_refer_and_one_in_a_variable_may_not() => Assert.Multiple(() =>
    {
        Assert.That(Path(Some.MachineWith(Yaml).WithVariable("A", "x").Load("dev", "source.path=${A}")), Is.EqualTo("x"));
        Assert.That(Path(Some.MachineWith(Yaml).WithVariable("A", "x").WithVariable("SPARKETL__DEV__SOURCE__PATH", "${A}").Load()), Is.EqualTo("${A}"));
        Assert.That(
            Some.MachineWith(Yaml).WithVariable("SPARKETL__DEV__CLAIMS__IGNORE", "['${A}']").Load().Section<ClaimsLikeOptions>().Ignore,
            Is.EqualTo(new[] { "${A}" }));
    });

    [Test]
    public void Null_takes_a_section_away() => Assert.Multiple(() =>
    {
        Assert.That(Some.MachineWith(Yaml).Load("dev", "claims=null").Pipelines, Is.Empty);
        Assert.That(Some.MachineWith(Yaml).Load("dev", "source=~", "claims=~").Source, Is.Null);
    });

    [Test]
    public void A_wrong_value_says_which_override_it_came_from() => Assert.Multiple(() =>
    {
        Assert.That(
            Some.MachineWith(Yaml).WithVariable("SPARKETL__DEV__LOG__SQL", "maybe").Problems("dev", "engine.deploy_mode=moon"),
            Is.EqualTo(new[]
            {
                "environment variable SPARKETL__DEV__LOG__SQL: dev.log.sql must be true or false, found 'maybe'",
                "--set engine.deploy_mode: dev.engine.deploy_mode must be one of client, cluster, found 'moon'",
            }));
        Assert.That(
            Some.MachineWith(Yaml).WithFile(".env", "SPARKETL__DEV__LOG__SQL=maybe").Problems(),
            Is.EqualTo(new[] { "SPARKETL__DEV__LOG__SQL in .env: dev.log.sql must be true or false, found 'maybe'" }));
    });

    [Test]
    public void An_unknown_key_says_which_override_it_came_from() =>
        Assert.That(
            Some.MachineWith(Yaml).WithVariable("SPARKETL__DEV__SOURCE__PTH", "x").Problems("dev", "sorce.path=x", "Source.path=x"),
            Is.EqualTo(new[]
            {
                "environment variable SPARKETL__DEV__SOURCE__PTH: unknown key 'pth' in dev.source; did you mean 'path'? known keys: kind, path, format, host, port, database, username, password, tls, ca, partitions, fetch_size",
                "--set sorce.path: unknown key 'sorce' in dev; did you mean 'source'? known keys: engine, source, target, pipelines, log, claims, visits",
                "--set Source.path: unknown key 'Source' in dev; did you mean 'source'? known keys: engine, source, target, pipelines, log, claims, visits",
            }));

    [TestCase("source.path", "--set source.path: there is no value; expected --set section.key=value")]
    [TestCase("source.password:hunter2", "--set source.password: there is no value; expected --set section.key=value")]
    [TestCase("=x", "--set : a key is empty; expected --set section.key=value")]
    [TestCase("source..path=x", "--set source..path: a key is empty; expected --set section.key=value")]
    [TestCase("dev.source.path=x", "--set dev.source.path: the path starts with the environment's name; leave out 'dev.'")]
    [TestCase("source.path.x=y", "--set source.path.x: dev.source.path is a single value; 'x' leads nowhere")]
    [TestCase("claims.rules.0=y", "--set claims.rules.0: dev.claims.rules is a list, which is overridden as a whole, such as [a, b]; '0' leads nowhere")]
    [TestCase("claims.ignore=[a", "--set claims.ignore: this is not YAML: ")]
    [TestCase("claims.ignore=a", "--set claims.ignore: dev.claims.ignore must be a list, found 'a'")]
    [TestCase("claims.ignore=", "--set claims.ignore: dev.claims.ignore must be a list, found ''")]
    public void A_malformed_override_says_how_one_looks(string given, string problem) =>
        Assert.That(Some.MachineWith(Yaml).Problems("dev", given), Has.Length.EqualTo(1).And.All.StartsWith(problem));

    [TestCase("SPARKETL__DEV")]
    [TestCase("SPARKETL__DEV__")]
    [TestCase("SPARKETL__DEV____PATH")]
    public void A_variable_that_names_no_key_is_a_problem(string name) =>
        Assert.That(
            Some.MachineWith(Yaml).WithVariable(name, "x").Problems(),
            Is.EqualTo(new[] { $"environment variable {name}: the name says no key; expected SPARKETL__DEV__SECTION__KEY" }));

    [Test]
    public void A_variable_of_another_environment_is_ignored() =>
        Assert.That(Some.MachineWith(Yaml).WithVariable("SPARKETL__PROD__NONSENSE", "x").Load().Notes, Is.Empty);

    [Test]
    public void A_variable_of_no_environment_is_ignored_with_a_note() =>
        Assert.That(
            Some.MachineWith(Yaml).WithVariable("SPARKETL__DVE__SOURCE__PATH", "x").Load().Notes,
            Is.EqualTo(new[] { "environment variable SPARKETL__DVE__SOURCE__PATH is ignored: there is no environment 'dve'; did you mean 'dev'?" }));

    [Test]
    public void An_environments_name_with_a_hyphen_is_written_with_an_underscore() =>
        Assert.That(
            Some.MachineWith("eu-west: {visits: {path: a}}").WithVariable("SPARKETL__EU_WEST__VISITS__PATH", "b").Load("eu-west").Section<VisitsLikeOptions>().Path,
            Is.EqualTo("b"));

    [Test]
    public void Where_a_value_came_from_can_be_told()
    {
        var dev = Some.MachineWith(Yaml).WithVariable("SPARKETL__DEV__SOURCE__PATH", "x").Load("dev", "log.format=json");
        Assert.Multiple(() =>
        {
            Assert.That(dev.Origin("engine.kind"), Is.EqualTo("config.yaml(6,18)"));
            Assert.That(dev.Origin("log.level"), Is.EqualTo("config.yaml(2,16)"));
            Assert.That(dev.Origin("source.path"), Is.EqualTo("environment variable SPARKETL__DEV__SOURCE__PATH"));
            Assert.That(dev.Origin("log.format"), Is.EqualTo("--set log.format"));
            Assert.That(dev.Origin("log.sql"), Is.EqualTo("default"));
        });
    }

    [Test]
    public void The_strongest_layer_that_gives_a_value_always_counts() => Prop.ForAll<bool[]>(given =>
    {
        bool Has(int layer) => layer < given.Length && given[layer];
        var machine = Some.MachineWith(
            "defaults:\n  visits: {" + (Has(0) ? "path: defaults" : "") + "}\n"
            + "dev:\n  visits: {" + (Has(1) ? "path: file" : "") + "}\n");
        if (Has(2)) machine.WithFile(".env", "SPARKETL__DEV__VISITS__PATH=dotenv");
        if (Has(3)) machine.WithVariable("SPARKETL__DEV__VISITS__PATH", "variable");
        string[] set = Has(4) ? ["visits.path=set"] : [];
        string? expected = new[] { "defaults", "file", "dotenv", "variable", "set" }.Where((_, layer) => Has(layer)).LastOrDefault();
        return expected is null
            ? machine.Problems("dev", set) is ["config.yaml(4,11): 'path' is missing in dev.visits"]
            : machine.Load("dev", set).Section<VisitsLikeOptions>().Path == expected;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
