namespace SparkEtl.Spark.Tests.Parsing;

/// <summary>
/// The queries whose results a real Spark gave, kept beside the checkout (<c>../shared/facts</c>) or where the variable
/// <c>SPARKETL_FACTS</c> says.
/// </summary>
internal static class SparkResults
{
    private const string Variable = "SPARKETL_FACTS";
    private const string FileName = "spark-results.tsv";

    /// <summary>Each query once; fails loudly when the file is not there.</summary>
    public static IReadOnlyList<string> Queries() =>
    [
        .. File.ReadLines(Find())
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')[0])
            .Distinct(StringComparer.Ordinal),
    ];

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            var file = Path.Combine(given, FileName);
            return File.Exists(file) ? file : throw new FileNotFoundException($"{Variable} is {given}, which has no {FileName}.");
        }

        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "facts", FileName);
            if (File.Exists(file))
                return file;
        }

        throw new IgnoreException(
            $"NOT RUN: the results of a real Spark are not here: no shared/facts/{FileName} above {TestContext.CurrentContext.TestDirectory}. "
            + $"Set {Variable} to the folder that holds it.");
    }
}
