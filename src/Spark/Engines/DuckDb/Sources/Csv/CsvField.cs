namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>Where a value's bytes are.</summary>
/// <param name="Start">The first byte, in the data; behind <see cref="Unescaped"/> in the bytes that had to be rewritten.</param>
/// <param name="Length">How many; <see cref="Absent"/> when nothing was written, <see cref="Missing"/> when the row ended before.</param>
internal readonly record struct CsvField(int Start, int Length)
{
    /// <summary>Nothing was written between two delimiters.</summary>
    public const int Absent = -1;

    /// <summary>The row has fewer values.</summary>
    public const int Missing = -2;

    /// <summary>Added to starts in the rewritten bytes.</summary>
    public const int Unescaped = 1 << 30;
}
