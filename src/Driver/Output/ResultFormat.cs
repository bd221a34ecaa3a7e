namespace SparkEtl.Driver.Output;

/// <summary>How rows are printed.</summary>
internal enum ResultFormat
{
    /// <summary>Aligned columns for people.</summary>
    Table,

    /// <summary>RFC 4180 with a header; null is an empty field, an empty text is <c>""</c>.</summary>
    Csv,

    /// <summary>An array of objects.</summary>
    Json,

    /// <summary>One line a statement with schema and rows, or an error.</summary>
    Jsonl,
}
