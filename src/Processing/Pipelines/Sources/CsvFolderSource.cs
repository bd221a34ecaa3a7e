namespace SparkEtl.Processing.Pipelines.Sources;

/// <summary>All CSV files of a folder, each with a header line.</summary>
public sealed record CsvFolderSource : Source
{
    /// <summary>Asks for the files of a folder.</summary>
    /// <param name="name">The name under which the pipeline asks for the frame.</param>
    /// <param name="path">The folder; a relative path starts at the folder of the configuration file.</param>
    /// <param name="columns">The columns that are read, with their types in SQL.</param>
    public CsvFolderSource(string name, string path, params IEnumerable<(string Name, string Type)> columns)
        : base(name, [.. columns.Select(c => new SourceColumn(c.Name, c.Type))]) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override string Description => $"folder {Path}";
}
