using SparkEtl.Spark.Dialects.DuckDb;

namespace SparkEtl.Spark.Engines.DuckDb.Sources;

/// <summary>Paths in SQL.</summary>
internal static class SqlTexts
{
    /// <summary>A file's path as a reading function takes it: taken by the letter, though the function would expand patterns.</summary>
    public static string File(string path) => DuckDbDialect.QuoteText(path
        .Replace("[", "[[]", StringComparison.Ordinal)
        .Replace("*", "[*]", StringComparison.Ordinal)
        .Replace("?", "[?]", StringComparison.Ordinal));

    /// <summary>A list of files for a reading function.</summary>
    public static string Files(IEnumerable<string> paths) => $"[{string.Join(", ", paths.Select(File))}]";
}
