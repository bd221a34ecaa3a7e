namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class UnknownAndMissingKeyTests
{
    [Test]
    public void An_unknown_key_is_named_with_its_place_the_nearest_and_the_known_ones() =>
        Assert.That(
            Some.MachineWith("""
                dev:
                  source:
                    kind: mysql
                    hots: db
                    host: db
                    database: d
                    username: u
                    password: ${file:pw}
                """).WithFile("pw", "x").Problems(),
            Is.EqualTo(new[]
            {
                "config.yaml(4,5): unknown key 'hots' in dev.source; did you mean 'host'? known keys: kind, host, port, database, username, password, tls, ca, partitions, fetch_size",
            }));

    [Test]
    public void An_unknown_key_in_the_defaults_is_said_to_stand_there() =>
        Assert.That(
            Some.MachineWith("""
                defaults:
                  log: {levle: info}
                dev: {}
                """).Problems(),
            Is.EqualTo(new[] { "config.yaml(2,9): unknown key 'levle' in defaults.log; did you mean 'level'? known keys: level, format, sql" }));

    [Test]
    public void An_unknown_section_lists_those_of_the_pipelines_too() =>
        Assert.That(
            Some.MachineWith("dev: {claim: {}, colour: 1}").Problems(),
            Is.EqualTo(new[]
            {
                "config.yaml(1,7): unknown key 'claim' in dev; did you mean 'claims'? known keys: engine, source, target, pipelines, log, claims, visits",
                "config.yaml(1,18): unknown key 'colour' in dev; known keys: engine, source, target, pipelines, log, claims, visits",
            }));

    [Test]
    public void Missing_keys_are_all_listed_at_the_section_that_lacks_them() =>
        Assert.That(
            Some.MachineWith("""
                dev:
                  source:
                    kind: mysql
                    port: 1
                """).Problems(),
            Is.EqualTo(new[]
            {
                "config.yaml(3,5): 'host' is missing in dev.source",
                "config.yaml(3,5): 'database' is missing in dev.source",
                "config.yaml(3,5): 'username' is missing in dev.source",
                "config.yaml(3,5): 'password' is missing in dev.source",
            }));

    [Test]
    public void A_key_missing_in_an_item_of_a_list_names_the_item() =>
        Assert.That(
            Some.MachineWith("""
                dev:
                  source: {kind: files, path: p}
                  claims:
                    rules:
                      - {table: T, name: a, expression: x > 0}
                      - {table: T, expresion: x > 0}
                """).Problems(),
            Is.EqualTo(new[]
            {
                "config.yaml(6,9): 'name' is missing in dev.claims.rules[2]",
                "config.yaml(6,9): 'expression' is missing in dev.claims.rules[2]",
                "config.yaml(6,20): unknown key 'expresion' in dev.claims.rules[2]; did you mean 'expression'? known keys: table, name, expression",
            }));

    [Test]
    public void All_problems_of_a_load_are_listed_at_once_in_the_order_of_the_file() =>
        Assert.That(
            Some.MachineWith("""
                dev:
                  engine: {kind: dukdb}
                  source: {kind: files, format: excel}
                  target:
                    kind: postgres
                    host: ${DW}
                    port: many
                    database: d
                    username: u
                    password: literal
                  visits: {columns: visit_date}
                  log: {sql: 1}
                """).Problems("dev", "log.level=loud"),
            Is.EqualTo(new[]
            {
                "config.yaml(2,18): dev.engine.kind must be duckdb or spark, found 'dukdb'; did you mean 'duckdb'?",
                "config.yaml(3,11): 'path' is missing in dev.source",
                "config.yaml(3,33): dev.source.format must be one of csv, parquet, found 'excel'",
                "config.yaml(6,11): ${DW} is not set; set the environment variable DW, or write DW=... into .env",
                "config.yaml(7,11): dev.target.port must be a whole number, found 'many'",
                "config.yaml(10,15): dev.target.password is written out here, but a secret may only come from the environment, .env or a file; "
                    + "write password: ${DEV_TARGET_PASSWORD} and set that variable, or password: ${file:PATH}",
                "config.yaml(11,11): 'path' is missing in dev.visits",
                "config.yaml(11,21): dev.visits.columns must be a list, found 'visit_date'",
                "config.yaml(12,14): dev.log.sql must be true or false, found '1'",
                "--set log.level: dev.log.level must be one of debug, info, warning, error, found 'loud'",
            }));

    [Test]
    public void An_unknown_environment_lists_those_that_exist_the_nearest_first() =>
        Assert.That(
            Some.MachineWith("""
                defaults: {}
                local: {}
                prod: {}
                staging: {}
                """).Problems("prd"),
            Is.EqualTo(new[] { "config.yaml: there is no environment 'prd'; did you mean 'prod'? environments: prod, local, staging" }));

    [Test]
    public void The_defaults_are_no_environment() =>
        Assert.That(
            Some.MachineWith("defaults: {}").Problems("defaults"),
            Is.EqualTo(new[] { "config.yaml: there is no environment 'defaults'; the file has none" }));

    [Test]
    public void A_section_at_the_top_is_told_where_it_belongs() =>
        Assert.That(
            Some.MachineWith("""
                source: {kind: files, path: p}
                dev: {}
                """).Problems(),
            Is.EqualTo(new[] { "config.yaml(1,1): 'source' is a section and belongs inside an environment; put it below 'defaults:' or an environment's name" }));

    [Test]
    public void An_environment_that_is_no_mapping_is_refused() =>
        Assert.That(
            Some.MachineWith("dev: [engine]").Problems(),
            Is.EqualTo(new[] { "config.yaml(1,6): 'dev' must be an environment: a mapping of sections, found a list" }));

    [Test]
    public void An_environment_without_anything_has_the_defaults_of_all()
    {
        var dev = Some.Configuration("dev:");
        Assert.Multiple(() =>
        {
            Assert.That(dev.Engine, Is.EqualTo(new SparkEtl.Utils.Configuration.Options.DuckDbEngineOptions()));
            Assert.That(dev.Source, Is.Null);
            Assert.That(dev.Target, Is.Null);
            Assert.That(dev.Log, Is.EqualTo(new SparkEtl.Utils.Configuration.Options.LogOptions()));
            Assert.That(dev.Pipelines, Is.Empty);
        });
    }
}
