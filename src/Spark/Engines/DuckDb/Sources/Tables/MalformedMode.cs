namespace SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

/// <summary>What becomes of a record that is not as expected.</summary>
internal enum MalformedMode
{
    /// <summary>Values that cannot be read are null.</summary>
    Permissive,

    /// <summary>The record is left out.</summary>
    DropMalformed,

    /// <summary>The read fails.</summary>
    FailFast,
}
