using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed partial class ProjectConfigurationTests
{
    private static readonly string[] s_variables =
        ["MYSQL_HOST", "MYSQL_PASSWORD", "MYSQL_PORT", "POSTGRES_PASSWORD", "REDSHIFT_HOST", "REDSHIFT_PASSWORD", "REGION"];

    internal sealed record RevenueOptions
    {
        public required string Table { get; init; }

        public decimal Threshold { get; init; } = 100;

        public IReadOnlyList<string> Countries { get; init; } = [];
    }

    private static EnvironmentConfiguration Load(string yaml, string environment, bool withVariables = true)
    {
        Some.Machine machine = Some.MachineWith(yaml).WithFile("/run/secrets/postgres", "x\n").WithFile("secrets/mysql", "x\n");
        foreach (string name in s_variables.Where(_ => withVariables)) machine.WithVariable(name, "3306");
        return ConfigurationLoader.Load(
            new ConfigurationRequest { File = "config.yaml", Environment = environment },
            [.. Some.Sections, new ConfigurationSection("revenue", typeof(RevenueOptions))],
            machine);
    }

    [TestCase("local", typeof(DuckDbEngineOptions), typeof(FilesSourceOptions), typeof(DuckDbTargetOptions), "claims,visits")]
    [TestCase("dev", typeof(SparkEngineOptions), typeof(MySqlSourceOptions), typeof(PostgresTargetOptions), "claims")]
    [TestCase("prod", typeof(SparkEngineOptions), typeof(MySqlSourceOptions), typeof(RedshiftTargetOptions), "claims")]
    public void Every_environment_of_the_project_loads(string environment, Type engine, Type source, Type target, string pipelines)
    {
        var configuration = Load(Repository.Read("config.yaml"), environment);
        Assert.Multiple(() =>
        {
            Assert.That(configuration.Engine, Is.InstanceOf(engine));
            Assert.That(configuration.Source, Is.InstanceOf(source));
            Assert.That(configuration.Target, Is.InstanceOf(target));
            Assert.That(string.Join(',', configuration.Pipelines), Is.EqualTo(pipelines));
            Assert.That(configuration.Section<ClaimsLikeOptions>().Rules, Has.Count.EqualTo(12));
            Assert.That(configuration.Section<ClaimsLikeOptions>().Backfills, Has.Count.EqualTo(5));
        });
    }

    [Test]
    public void The_local_environment_needs_no_variable() =>
        Assert.That(Load(Repository.Read("config.yaml"), "local", withVariables: false).Name, Is.EqualTo("local"));

    [Test]
    public void Every_id_must_not_be_negative_and_every_amount_not_zero()
    {
        var rules = Load(Repository.Read("config.yaml"), "local").Section<ClaimsLikeOptions>().Rules;
        string[] columns =
        [
            "TREATMENT.ID", "TREATMENT.PROGRAM_ID", "CLAIM.ID", "CLAIM.TREATMENT_ID", "CLAIM.PROGRAM_ID", "INVOICE.ID", "INVOICE.TREATMENT_ID",
            "INVOICE_ITEM.ID", "INVOICE_ITEM.INVOICE_ID", "INVOICE_ITEM.PRODUCT_ID",
        ];
        Assert.That(
            rules.Select(r => $"{r.Table}.{r.Expression}").Order(),
            Is.EqualTo(columns.Select(c => $"{c} >= 0").Append("CLAIM.AMOUNT <> 0").Append("INVOICE_ITEM.AMOUNT <> 0").Order()));
        Assert.That(rules.Select(r => (r.Table, r.Name)), Is.Unique);
    }

    [Test]
    public void Each_yaml_snippet_of_the_guide_loads()
    {
        string[] snippets = [.. Snippets().Matches(Repository.Read("docs/configuration.md")).Select(m => m.Groups[1].Value)];
        Assert.That(snippets, Has.Length.EqualTo(3));
        foreach (string snippet in snippets)
        {
            foreach (string environment in EnvironmentNames().Matches(snippet).Select(m => m.Groups[1].Value).Where(n => n != "defaults"))
                Assert.That(Load(snippet, environment).Name, Is.EqualTo(environment));
        }
    }

    [Test]
    public void The_guides_own_pipeline_is_bound_as_it_says() =>
        Assert.That(
            Load(Snippets().Matches(Repository.Read("docs/configuration.md"))[1].Groups[1].Value, "local").Section<RevenueOptions>().ToString(),
            Does.Contain("Table = INVOICE, Threshold = 100"));

    [Test]
    public void The_errors_in_the_guide_are_real()
    {
        string guide = Repository.Read("docs/configuration.md");
        string[] shown = guide[guide.IndexOf("config.yaml(12,5)", StringComparison.Ordinal)..].Split('\n')[..3];
        string[] real = Some.MachineWith("""
                #







                dev:
                  source:
                    kind: mysql
                    hots: db
                    host: db
                    port: many
                    database: claims
                    username: etl
                    password: ${PW}
                """)
            .WithVariable("PW", "x").WithVariable("SPARKETL__DEV__LOG__LEVEL", "loud").Problems();
        Assert.That(shown, Is.EqualTo(real));
    }

    [Test]
    public void The_guide_names_every_key_of_the_program()
    {
        string guide = Repository.Read("docs/configuration.md");
        string[] keys = [.. Keys(JsonNode.Parse(Repository.Read("schema/config.schema.json"))!["definitions"]!["environment"]!).Distinct()];
        Assert.That(keys, Has.Length.GreaterThan(30));
        foreach (string key in keys) Assert.That(guide, Does.Contain($"`{key}`"));
    }

    private static IEnumerable<string> Keys(JsonNode schema) => schema switch
    {
        JsonObject map => map.SelectMany(word => word.Key == "properties"
            ? word.Value!.AsObject().SelectMany(p => Keys(p.Value!).Prepend(p.Key))
            : Keys(word.Value!)),
        JsonArray list => list.SelectMany(item => Keys(item!)),
        _ => [],
    };

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippets();

    [GeneratedRegex("^(\\w+):", RegexOptions.Multiline)]
    private static partial Regex EnvironmentNames();
}
