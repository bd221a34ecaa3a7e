using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Tests.Conformance;

namespace SparkEtl.Spark.Tests.Catalogue;

/// <summary>
/// Every line of the lists below this folder: what the embedded engine answers to queries without tables is what Spark answers. A line is a query,
/// the types and the rows; or ERROR and the class of the error; or REFUSED and what is refused.
/// </summary>
public sealed class AnswerTests
{
    private static readonly string[] Lists =
    [
        "Aggregates/aggregates.tsv", "Aggregates/windows.tsv", "Collections/arrays.tsv", "Collections/generators.tsv", "Collections/lambdas.tsv", "Collections/maps.tsv",
        "Collections/structs.tsv", "Dates/dates.tsv", "Numbers/numbers.tsv",
    ];

    private DuckDbEngine engine = null!;

    // One thread, so that aggregates see rows in the order they are written.
    [OneTimeSetUp]
    public void Open() => engine = new DuckDbEngine(new DuckDbEngineOptions { Threads = 1 });

    [OneTimeTearDown]
    public void Close() => engine.Dispose();

    [TestCaseSource(nameof(Lines))]
    public void A_query_gives_what_Spark_gives(string query, string expected)
    {
        var (types, rows) = ConformanceSuite.Run(engine, query);

        // The words of an error are not Spark's.
        Assert.That($"{types}\t{(types == "ERROR" ? rows.Split(' ')[0] : rows)}", Is.EqualTo(expected));
    }

    private static IEnumerable<TestCaseData> Lines() => Lists
        .SelectMany(list => SparkAnswers.Read(Path.Combine(TestContext.CurrentContext.TestDirectory, "Catalogue", list)))
        .Select(answer => new TestCaseData(answer.Query, $"{answer.Types}\t{answer.Rows}").SetArgDisplayNames(answer.Query));
}
