using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class ConfigurationLoaderTests
{
    private const string Complete = """
        defaults:
          engine: {kind: duckdb, memory: 4GB, threads: 2}
          claims:
            rules:
              - {table: CLAIM, name: amount_not_zero, expression: AMOUNT <> 0}
            backfills:
              - table: INVOICE
                column: DATE_CREATED
                from_table: TREATMENT
                key: TREATMENT_ID
                which: earliest
            ignore: [ID]
            partition_by: [PROGRAM_ID, DATE_CREATED]
        dev:
          source: {kind: files, path: samples/claims, format: parquet}
          target: {kind: duckdb, path: out/dev.duckdb, schema: marts}
          log: {level: debug, format: json, sql: true}
        prod:
          engine:
            kind: spark
            master: yarn
            deploy_mode: cluster
            conf:
              spark.executor.memory: 4g
              spark.sql.shuffle.partitions: 200
          source: {kind: mysql, host: db, database: claims, username: etl, password: "${MYSQL_PASSWORD}"}
          target: {kind: redshift, host: dw, database: dw, username: etl, password: "${file:secrets/dw}", tls: true}
          claims: {output: s3://lake/preprocessed}
          visits: {path: visits, columns: [visit_date]}
        """;

    private static Some.Machine Machine() => Some.MachineWith(Complete)
        .WithVariable("MYSQL_PASSWORD", "hunter2")
        .WithFile("secrets/dw", "s3cret\n");

    [Test]
    public void An_environment_is_bound_to_records()
    {
        var dev = Machine().Load("dev");

        Assert.Multiple(() =>
        {
            Assert.That(dev.Name, Is.EqualTo("dev"));
            Assert.That(dev.Engine, Is.EqualTo(new DuckDbEngineOptions { Memory = "4GB", Threads = 2 }));
            Assert.That(dev.Source, Is.EqualTo(new FilesSourceOptions { Path = "samples/claims", Format = FileFormat.Parquet }));
            Assert.That(dev.Target, Is.EqualTo(new DuckDbTargetOptions { Path = "out/dev.duckdb", Schema = "marts" }));
            Assert.That(dev.Log, Is.EqualTo(new LogOptions { Level = LogThreshold.Debug, Format = LogFormat.Json, Sql = true }));
            Assert.That(dev.Pipelines, Is.EqualTo(new[] { "claims" }));
        });
    }

    [Test]
    public void A_pipelines_section_is_bound_to_the_pipelines_own_record()
    {
        var claims = Machine().Load("dev").Section<ClaimsLikeOptions>();

        Assert.Multiple(() =>
        {
            Assert.That(claims.Rules, Is.EqualTo(new[] { new RuleLikeOptions("CLAIM", "amount_not_zero", "AMOUNT <> 0") }));
            Assert.That(claims.Backfills, Is.EqualTo(new[]
            {
                new BackfillLikeOptions { Table = "INVOICE", Column = "DATE_CREATED", FromTable = "TREATMENT", Key = "TREATMENT_ID", Which = Donor.Earliest },
            }));
            Assert.That(claims.Ignore, Is.EqualTo(new[] { "ID" }));
            Assert.That(claims.PartitionBy, Is.EqualTo(new[] { "PROGRAM_ID", "DATE_CREATED" }));
            Assert.That(claims.Output, Is.Null);
        });
    }

    [Test]
    public void An_environment_of_another_kind_than_the_defaults_leaves_their_keys_aside()
    {
        var prod = Machine().Load("prod");
        var engine = (SparkEngineOptions)prod.Engine;

        Assert.Multiple(() =>
        {
            Assert.That(engine.Master, Is.EqualTo("yarn"));
            Assert.That(engine.DeployMode, Is.EqualTo(DeployMode.Cluster));
            Assert.That(engine.Conf["spark.sql.shuffle.partitions"], Is.EqualTo("200"));
            Assert.That(prod.Pipelines, Is.EqualTo(new[] { "claims", "visits" }));
            Assert.That(prod.Section<ClaimsLikeOptions>().Rules, Has.Count.EqualTo(1));
            Assert.That(prod.Section<ClaimsLikeOptions>().Output, Is.EqualTo("s3://lake/preprocessed"));
            Assert.That(((MySqlSourceOptions)prod.Source!).Port, Is.EqualTo(3306));
            Assert.That(((MySqlSourceOptions)prod.Source!).Password.Reveal(), Is.EqualTo("hunter2"));
            Assert.That(((RedshiftTargetOptions)prod.Target!).Password.Reveal(), Is.EqualTo("s3cret"));
            Assert.That(((RedshiftTargetOptions)prod.Target!).Tls, Is.True);
        });
    }
}
