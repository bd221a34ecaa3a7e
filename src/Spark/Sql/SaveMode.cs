namespace SparkEtl.Spark.Sql;

/// <summary>What a write does when there is data already.</summary>
public enum SaveMode
{
    /// <summary>It adds to it.</summary>
    Append,

    /// <summary>It replaces it.</summary>
    Overwrite,

    /// <summary>It fails. The default.</summary>
    ErrorIfExists,

    /// <summary>It does nothing.</summary>
    Ignore,
}
