namespace SparkEtl.Spark.Jvm.Tests.Parity.Files;

/// <summary>Files that the engines do not read alike, each with the reason. A test fails when one is read alike after all.</summary>
internal static class KnownFileDifferences
{
    private const string Every = "";

    private static readonly Dictionary<(string Case, string Version), string> Reasons = new()
    {
        [("csv, a date of another form", Every)] =
            "Spark asks its parser of old whether that would have read a text that the form does not fit, and fails if so; the embedded engine has no such parser and gives null",
        [("csv, names in another order", Every)] = "with enforceSchema=false the embedded engine takes columns by name, where Spark only compares the names: docs/csv.md",
        [("json, texts of all", "4.3.0")] = "Spark 4 keeps a number's text as it stands in the file, Spark 3.5 writes the number anew; the embedded engine does as 3.5",
    };

    public static string? Reason(string file, string version) => Reasons.GetValueOrDefault((file, Every)) ?? Reasons.GetValueOrDefault((file, version));
}
