namespace SparkEtl.Driver.Generate.Tables;

/// <summary>Type of a generated column.</summary>
internal enum ColumnKind
{
    /// <summary>bigint</summary>
    Whole,

    /// <summary>varchar</summary>
    Text,

    /// <summary>decimal(18,2)</summary>
    Amount,

    /// <summary>timestamp, UTC, whole seconds</summary>
    Moment,
}
