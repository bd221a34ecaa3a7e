using System.Text;
using SparkEtl.Driver.Environments;

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

        var path = Checkout.At("docs/engines.md");
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
}
