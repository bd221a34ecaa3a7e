using SparkEtl.Spark.Parsing;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Every_query_of_the_Spark_results
{
    [Test]
    public void Parses()
    {
        var queries = SparkResults.Queries();

        var failures = new List<string>();
        foreach (var query in queries)
        {
            try
            {
                SyntaxPrinter.Print(SparkSqlParser.ParseQuery(query));
            }
            catch (Exception e)
            {
                failures.Add($"{query}\n{e.Message}");
            }
        }

        Assert.That(queries, Has.Count.GreaterThan(1_000));
        Assert.That(failures, Is.Empty, string.Join("\n", failures));
    }
}
