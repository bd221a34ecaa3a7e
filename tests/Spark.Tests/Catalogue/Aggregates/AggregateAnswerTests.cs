namespace SparkEtl.Spark.Tests.Catalogue.Aggregates;

/// <summary>Every line of aggregates.tsv and windows.tsv: what aggregates give in groups and over windows.</summary>
public sealed class AggregateAnswerTests
{
    private Answers answers;

    [OneTimeSetUp]
    public void Open() => answers = new Answers();

    [OneTimeTearDown]
    public void Close() => answers.Dispose();

    [TestCaseSource(nameof(Lines))]
    public void A_query_gives_what_Spark_gives(string query, string expected) => Assert.That(answers.To(query), Is.EqualTo(expected));

    private static IEnumerable<TestCaseData> Lines() => Answers.Expected("aggregates.tsv").Concat(Answers.Expected("windows.tsv"));
}
