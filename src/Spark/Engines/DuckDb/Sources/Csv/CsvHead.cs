namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>The first record of a file.</summary>
/// <param name="Names">Its values, null for null; null when the file has no record.</param>
/// <param name="Line">Its bytes, without what ends its line.</param>
internal sealed record CsvHead(string?[]? Names, byte[] Line)
{
    /// <summary>Of a file without records.</summary>
    public static CsvHead None { get; } = new(null, []);
}
