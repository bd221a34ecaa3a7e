using System.Text;
using SparkEtl.Driver.Environments;
using SparkEtl.Processing.Pipelines;

namespace SparkEtl.Driver.Tests.Environments;

internal sealed class EngineSupportTests
{
    private const string Head = """
        # Engines, sources and targets

        Which engine reads which source and writes which target. What is not supported is refused before anything runs, with the reason below.
        [spark.md](spark.md) says how the engine spark is found, started and set.
        This page is written by a test from the table in the code; with `SPARKETL_UPDATE_GOLDEN=1` the test writes it anew.

        | engine | | kind | supported |
        |---|---|---|---|

        """;

    [Test]
    public void The_page_says_what_the_code_says()
    {
        var page = new StringBuilder(Head);
        foreach (var (engine, part, kind, refusal) in EngineSupport.Table)
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {engine} | {part} | {kind} | {(refusal is null ? "yes" : "no: " + refusal)} |\n");
        }

        var path = Repository.At("docs/engines.md");
        if (Environment.GetEnvironmentVariable("SPARKETL_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, page.ToString());
        }

        Assert.That(File.ReadAllText(path), Is.EqualTo(page.ToString()));
    }

    [Test]
    public void Every_engine_answers_for_every_source_and_target_once()
    {
        var cells = EngineSupport.Table.Select(c => (c.Engine, c.Part, c.Kind)).ToArray();
        var parts = cells.Select(c => (c.Part, c.Kind)).Distinct().ToArray();

        Assert.That(cells, Is.Unique);
        Assert.That(cells, Is.EquivalentTo(from engine in new[] { "duckdb", "spark" } from p in parts select (engine, p.Part, p.Kind)));
    }

    [TestCase("duckdb", "postgres", "embedded engine has no Spark", "--engine spark")]
    [TestCase("spark", "redshift", "do not see", "target.s3")]
    public void A_writer_that_cannot_be_is_refused_by_name(string engine, string target, params string[] parts)
    {
        var folder = Directory.CreateTempSubdirectory("sparketl-support-");
        var file = Path.Combine(folder.FullName, "config.yaml");
        File.WriteAllText(file, $$"""
            dev:
              engine: { kind: {{engine}} }
              target: { kind: {{target}}, host: h, database: d, username: u, password: "${file:secret}", writer: spark }
            """);
        File.WriteAllText(Path.Combine(folder.FullName, "secret"), "none");
        try
        {
            var configuration = EnvironmentSession.Load(new PipelineCollection(), new EnvironmentRequest("dev", file, []));

            var error = Assert.Throws<DriverException>(() => EngineSupport.Require(configuration, isSubmitted: false))!;

            Assert.That(error.Message, Does.Contain("target.writer spark").And.Contain("config.yaml"));
            Assert.That(parts.Where(p => !error.Message.Contains(p, StringComparison.Ordinal)), Is.Empty, error.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
