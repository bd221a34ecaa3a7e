namespace SparkEtl.Utils.Configuration.Options;

/// <summary>The format of source files.</summary>
public enum FileFormat
{
    /// <summary>Comma separated values with a header line; an empty field is null.</summary>
    Csv,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}
