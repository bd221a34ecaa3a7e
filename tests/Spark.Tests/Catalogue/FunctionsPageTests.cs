using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue;

namespace SparkEtl.Spark.Tests.Catalogue;

/// <summary>docs/functions.md is written from the catalogue.</summary>
public sealed class FunctionsPageTests
{
    [Test]
    public void The_page_of_functions_is_that_of_the_catalogue() => GoldenFile.Check("../../docs/functions.md", Page());

    [Test]
    public void Every_function_says_how_each_engine_has_it()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var function in FunctionCatalogue.All)
            {
                Assert.That(function.Signature.Describe(), Is.Not.Empty, function.Name);
                Assert.That(Said(function.Spark), Is.Not.Empty, function.Name);
                Assert.That(Said(function.DuckDb), Is.Not.Empty, function.Name);
            }
        }
    }

    private static string Page()
    {
        var page = new StringBuilder("""
            # Functions

            Written from the catalogue; do not edit. The meaning is Spark's in ANSI mode on every engine. What the embedded engine's own
            function does otherwise is composed of several, or written in C#. What it refuses, it refuses by name.

            Every function is called over rows of every kind on the embedded engine and on stock Spark 3.5 and 4, and the results are compared
            type by type and value by value. The last column says how: *equal*; *equal, doubles to 1e-12* where it can give doubles, whose last
            digits depend on the machine and on the order of additions; *not compared*, and why; *refused on the embedded engine*.

            """);
        foreach (var family in FunctionCatalogue.All.Where(f => !f.Name.StartsWith('$')).GroupBy(f => f.Family).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(family.Key[0])}{family.Key[1..]}\n\n| function | arguments | Spark | embedded engine | compared |\n|---|---|---|---|---|\n");
            foreach (var function in family)
            {
                var names = string.Join(", ", function.Aliases.Prepend(function.Name).Select(n => $"`{Cell(n)}`"));
                var remarks = string.Join(' ', new[]
                {
                    function.Deterministic ? null : "Not deterministic.",
                    function.OrderDependent ? "Depends on the order of rows." : null,
                    function.Note,
                }.OfType<string>());
                page.Append(CultureInfo.InvariantCulture, $"| {names} | {Cell(function.Signature.Describe())} | {Cell(Said(function.Spark))} | {Cell(Said(function.DuckDb))}{(remarks.Length > 0 ? ". " + Cell(remarks) : string.Empty)} | {Cell(ComparedHow.Of(function))} |\n");
            }
        }

        return page.ToString();
    }

    private static string Said(Rendering rendering) => rendering switch
    {
        Rendering.NativeFunction => "its own",
        Rendering.TextTemplate or Rendering.TextComposition or Rendering.NodeComposition => "composed",
        Rendering.ScalarKernel or Rendering.AggregateKernelRendering => "C#",
        Rendering.RefusedRendering refused => $"refused: {refused.Reason}",
        _ => string.Empty,
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
