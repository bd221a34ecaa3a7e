namespace SparkEtl.Utils.Configuration.Options;

/// <summary>Tables as files: <c>PATH/TABLE.format</c>, or all files of that format in the folder <c>PATH/TABLE/</c>.</summary>
public sealed record FilesSourceOptions : SourceOptions
{
    /// <summary>The folder that holds the tables.</summary>
    public required string Path { get; init; }

    /// <summary>The format of the files: csv (an empty field is null) or parquet.</summary>
    public FileFormat Format { get; init; }
}
