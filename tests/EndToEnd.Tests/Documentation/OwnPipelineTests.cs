using System.Globalization;
using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Tests.Documentation;

/// <summary>docs/your-own-pipeline.md, and the program of samples/revenue that it shows.</summary>
public sealed class OwnPipelineTests
{
    [TestCase("Program.cs", "csharp")]
    [TestCase("Revenue.csproj", "xml")]
    [TestCase("config.yaml", "yaml")]
    public async Task The_guide_shows_the_file_as_it_is(string file, string language) =>
        Assert.That(
            await File.ReadAllTextAsync(Repository.At("docs/your-own-pipeline.md")),
            Does.Contain($"`{file}`\n```{language}\n{await File.ReadAllTextAsync(Repository.At($"samples/revenue/{file}"))}```\n"));

    [Test]
    public async Task It_publishes_what_plain_arithmetic_gives()
    {
        string folder = Repository.At("");
        string target = Path.Combine(Path.GetTempPath(), $"sparketl-revenue-{Guid.NewGuid():N}.duckdb");
        try
        {
            string[] options = ["--config", "samples/revenue/config.yaml", "--set", $"target.path={target}"];
            (await RunProgram.DotNetAsync(folder, RunProgram.Revenue, ["local", .. options])).IsDone();
            string shown = (await RunProgram.DotNetAsync(folder, RunProgram.Revenue, ["show", "revenue", "--env", "local", "--format", "csv", .. options])).IsDone();

            Assert.That(shown, Is.EqualTo("product,items,amount\n" + string.Concat(Expected())));
        }
        finally
        {
            File.Delete(target);
        }
    }

    // The fields that are looked at hold no quote and no comma.
    private static IEnumerable<string> Expected() => File.ReadLines(Repository.At("samples/claims/INVOICE_ITEM.csv")).Skip(1)
        .Select(line => line.Split(','))
        .Where(f => f.Length == 6 && f[3] == "PAID" && f[2].Length > 0 && !f[2].StartsWith('-'))
        .GroupBy(f => long.Parse(f[2], CultureInfo.InvariantCulture))
        .Select(g => (Product: g.Key, Items: g.Count(), Amount: g.Sum(f => f[4].Length == 0 ? 0 : decimal.Parse(f[4], CultureInfo.InvariantCulture))))
        .OrderByDescending(p => p.Amount).ThenBy(p => p.Product)
        .Take(5)
        // As a table is shown.
        .OrderBy(p => p.Product)
        .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Product},{p.Items},{p.Amount:F2}\n"));
}
