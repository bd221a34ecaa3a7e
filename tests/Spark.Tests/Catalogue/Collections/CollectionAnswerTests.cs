namespace SparkEtl.Spark.Tests.Catalogue.Collections;

/// <summary>Every line of the lists beside this file: what functions of arrays, maps, structs and lambdas, and generators give.</summary>
public sealed class CollectionAnswerTests
{
    private Answers answers;

    [OneTimeSetUp]
    public void Open() => answers = new Answers();

    [OneTimeTearDown]
    public void Close() => answers.Dispose();

    [TestCaseSource(nameof(Lines))]
    public void A_query_gives_what_Spark_gives(string query, string expected) => Assert.That(answers.To(query), Is.EqualTo(expected));

    private static IEnumerable<TestCaseData> Lines() =>
    [
        .. Answers.Expected("arrays.tsv"),
        .. Answers.Expected("maps.tsv"),
        .. Answers.Expected("structs.tsv"),
        .. Answers.Expected("lambdas.tsv"),
        .. Answers.Expected("generators.tsv"),
    ];
}
