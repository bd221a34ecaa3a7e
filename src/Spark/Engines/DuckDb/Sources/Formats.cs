using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.DuckDb.Sources;

/// <summary>The formats the embedded engine reads and writes, and what to do about the others.</summary>
internal static class Formats
{
    /// <summary>The refusal of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="doing">read or written.</param>
    public static RefusedException Refused(string format, string doing) => new($"The format {format}", format switch
    {
        "orc" or "avro" => $"the embedded engine cannot have it {doing}; use parquet, or the engine spark.",
        "xml" => $"the embedded engine cannot have it {doing}; use json or csv, or the engine spark with Spark 4.",
        "jdbc" => $"the embedded engine cannot have it {doing}; use the engine spark, or files that the database exports.",
        "delta" or "iceberg" or "hudi" or "hive" => $"the embedded engine cannot have it {doing}; use parquet, or the engine spark with that format's package.",
        _ => $"it cannot be {doing}: the embedded engine knows csv, json, parquet and text. Check the name, or use the engine spark with that format's package.",
    });
}
