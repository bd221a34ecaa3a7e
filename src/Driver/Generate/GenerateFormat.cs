namespace SparkEtl.Driver.Generate;

/// <summary>File format of generated tables.</summary>
internal enum GenerateFormat
{
    /// <summary>One <c>TABLE.csv</c> a table: header, RFC 4180 quoting, null is an empty field.</summary>
    Csv,

    /// <summary>One <c>TABLE.parquet</c> a table, typed, timestamps marked as UTC.</summary>
    Parquet,
}
