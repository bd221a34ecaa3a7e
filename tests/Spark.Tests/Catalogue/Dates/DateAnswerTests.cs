namespace SparkEtl.Spark.Tests.Catalogue.Dates;

/// <summary>Every line of the list beside this file: what dates, timestamps and intervals give on the embedded engine.</summary>
public sealed class DateAnswerTests
{
    private Answers answers;

    [OneTimeSetUp]
    public void Open() => answers = new Answers();

    [OneTimeTearDown]
    public void Close() => answers.Dispose();

    [TestCaseSource(nameof(Lines))]
    public void A_query_gives_what_Spark_gives(string query, string expected) => Assert.That(answers.To(query), Is.EqualTo(expected));

    private static IEnumerable<TestCaseData> Lines() => Answers.Expected("dates.tsv");
}
