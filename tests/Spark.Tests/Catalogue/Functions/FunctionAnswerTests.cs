using System.Globalization;
using System.Text;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Tests.Conformance;

namespace SparkEtl.Spark.Tests.Catalogue.Functions;

/// <summary>
/// Calls of functions through the parser, the plan and the embedded engine, against what Spark 3.5.9 and 4.3.0 answered alike. A line is an
/// expression, the result's type and the row, or ERROR and an error class: null where Spark names none.
/// </summary>
public sealed class FunctionAnswerTests
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Catalogue", "Functions");

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.tsv").Select(f => Path.GetFileNameWithoutExtension(f)!).Order();

    [TestCaseSource(nameof(Files))]
    public void Every_call_gives_what_Spark_gave(string file)
    {
        using var engine = new DuckDbEngine(new DuckDbEngineOptions());
        var wrong = new List<string>();
        foreach (var answer in SparkAnswers.Read(Path.Combine(Folder, file + ".tsv")))
        {
            var (types, rows) = ConformanceSuite.Run(engine, "select " + answer.Query);
            var unnamed = answer is { IsError: true, Rows: "null" } && types == "ERROR";
            if (!unnamed && !ConformanceSuite.Agrees(answer, types, answer.IsError ? rows : Visible(rows)))
            {
                wrong.Add($"{answer.Line}: {answer.Query}\n   expected {answer.Types} {answer.Rows}\n   found    {types} {Visible(rows)}");
            }
        }

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    // Characters that a line of a file cannot hold, or that nobody sees, as escapes.
    private static string Visible(string rows)
    {
        var text = new StringBuilder(rows.Length);
        foreach (var c in rows)
        {
            _ = c switch
            {
                '\n' => text.Append("\\n"),
                '\t' => text.Append("\\t"),
                '\r' => text.Append("\\r"),
                < ' ' or '\u007f' or '\u00a0' or '\ufffd' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ when char.IsSurrogate(c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }
}
