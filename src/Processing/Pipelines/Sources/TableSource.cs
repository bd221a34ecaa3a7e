namespace SparkEtl.Processing.Pipelines.Sources;

/// <summary>A table of the environment's source.</summary>
public sealed record TableSource : Source
{
    /// <summary>Asks for a table.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns that are read, with their types in SQL.</param>
    public TableSource(string table, params IEnumerable<(string Name, string Type)> columns)
        : base(table, [.. columns.Select(c => new SourceColumn(c.Name, c.Type))])
    {
    }

    /// <inheritdoc/>
    public override string Description => $"table {Name}";
}
