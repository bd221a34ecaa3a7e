using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Schema;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class JsonSchemaWriterTests
{
    private static readonly string s_generated = JsonSchemaWriter.Write(
        Some.Sections,
        new XmlDocumentation([File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "SparkEtl.Utils.xml"))]));

    private static readonly JsonSchema s_schema = new(s_generated);

    [Test]
    public void The_projects_configuration_is_valid_by_the_committed_schema() =>
        Assert.That(new JsonSchema(Repository.Read("schema/config.schema.json")).Accepts(YamlAsJson.Read(Repository.Read("config.yaml"))), Is.True);

    [Test]
    public void The_projects_configuration_points_editors_at_the_schema() =>
        Assert.That(Repository.Read("config.yaml"), Does.StartWith("# yaml-language-server: $schema=schema/config.schema.json\n"));

    [Test]
    public void Descriptions_are_those_of_the_code() =>
        Assert.That(s_generated, Does.Contain("\"description\": \"The server's port.\""));

    // What either accepts or refuses on its own: no key from elsewhere decides.
    private static readonly (string Yaml, bool IsValid)[] s_samples =
    [
        ("dev:", true),
        ("dev: {}", true),
        ("dev: {claims: null}", true),
        ("dev: {source: {kind: files, path: p, format: csv}}", true),
        ("dev: {source: {kind: files, path: 2024}}", true),
        ("dev: {source: {kind: files, path: p, format: excel}}", false),
        ("dev: {source: {kind: file, path: p}}", false),
        ("dev: {source: {kind: files, path: [p]}}", false),
        ("dev: {source: {kind: files, path: p, host: h}}", false),
        ("dev: {source: {kind: files, path: p, colour: h}}", false),
        ("dev: {source: files}", false),
        ("dev: {sorce: {}}", false),
        ("dev: []", false),
        ("{source: {kind: files, path: p}, dev: {}}", false),
        ("dev: {target: {kind: postgres, host: h, port: 5432, database: d, username: u, password: \"\", tls: true, schema: s}}", true),
        ("dev: {target: {kind: postgres, host: h, port: 0, database: d, username: u, password: \"\"}}", false),
        ("dev: {target: {kind: postgres, host: h, port: many, database: d, username: u, password: \"\"}}", false),
        ("dev: {target: {kind: postgres, host: h, port: \"5432\", database: d, username: u, password: \"\"}}", false),
        ("dev: {target: {kind: postgres, host: h, database: d, username: u, password: hunter2}}", false),
        ("dev: {target: {kind: postgres, host: h, database: d, username: u, password: \"\", tls: yes}}", false),
        ("dev: {target: {kind: duckdb, path: p, port: 1}}", false),
        ("dev: {engine: {kind: duckdb, memory: 4GB, threads: 2}}", true),
        ("dev: {engine: {kind: duckdb, memory: lots}}", false),
        ("dev: {engine: {kind: duckdb, threads: 1.5}}", false),
        ("dev: {engine: {kind: duckdb, threads: ~}}", true),
        ("dev: {engine: {kind: spark, conf: {a: 1, b: true, c: x}}}", true),
        ("dev: {engine: {kind: spark, conf: {a: [x]}}}", false),
        ("dev: {engine: {kind: spark, conf: {spark.ssl.keyPassword: hunter2}}}", false),
        ("dev: {engine: {kind: spark, deploy_mode: Cluster}}", false),
        ("dev: {log: {level: info, format: json, sql: true}}", true),
        ("dev: {log: {level: loud}}", false),
        ("dev: {pipelines: []}", true),
        ("dev: {pipelines: claims}", false),
        ("dev: {source: {kind: files, path: p}, claims: {rules: [{table: T, name: n, expression: x}]}}", true),
        ("dev: {source: {kind: files, path: p}, claims: {rules: [{table: T, name: n}]}}", false),
        ("dev: {source: {kind: files, path: p}, claims: {rules: [{table: T, name: n, expression: x, why: z}]}}", false),
        ("dev: {source: {kind: files, path: p}, claims: {backfills: [{table: T, column: c, from_table: F, key: k, which: latest}]}}", false),
    ];

    [Test]
    public void The_schema_and_the_loader_agree([ValueSource(nameof(s_samples))] (string Yaml, bool IsValid) sample) => Assert.Multiple(() =>
    {
        Assert.That(s_schema.Accepts(YamlAsJson.Read(sample.Yaml)), Is.EqualTo(sample.IsValid), "the schema");
        Assert.That(Loads(sample.Yaml), Is.EqualTo(sample.IsValid), "the loader");
    });

    [TestCase("defaults: {source: {kind: files}}\ndev: {source: {path: p}}")]
    [TestCase("dev: {engine: {kind: duckdb, threads: \"${CPUS}\"}, log: {level: \"${LEVEL}\", sql: \"${SQL}\"}}")]
    [TestCase("dev: {target: {kind: \"${KIND}\", host: h, database: d, username: u, password: \"${PW}${file:pw}\"}}")]
    public void The_schema_accepts_what_only_the_loader_can_judge(string yaml) =>
        Assert.That(s_schema.Accepts(YamlAsJson.Read(yaml)), Is.True);

    [Test]
    public void A_users_own_pipeline_is_part_of_a_schema_made_with_it()
    {
        var schema = new JsonSchema(JsonSchemaWriter.Write([.. Some.Sections, new ConfigurationSection("everything", typeof(ValueTypeTests.Everything))]));
        Assert.Multiple(() =>
        {
            Assert.That(schema.Accepts(YamlAsJson.Read("dev: {everything: {whole: 3, rates: {chf: 0.5}, nested: {name: n, weight: 10}}}")), Is.True);
            Assert.That(schema.Accepts(YamlAsJson.Read("dev: {everything: {whole: x}}")), Is.False);
            Assert.That(schema.Accepts(YamlAsJson.Read("dev: {everything: {nested: {name: n, weight: 11}}}")), Is.False);
            Assert.That(s_schema.Accepts(YamlAsJson.Read("dev: {everything: {}}")), Is.False);
        });
    }

    private static bool Loads(string yaml)
    {
        try
        {
            Some.Configuration(yaml);
            return true;
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }
}
