namespace SparkEtl.Driver.Generate.Tables;

/// <summary>A table whose every row follows from the seed and the row's place alone.</summary>
/// <param name="name">Table name, upper case.</param>
/// <param name="columns">Columns in the order of the file.</param>
/// <param name="layout">Where which row stands.</param>
internal abstract class GeneratedTable(string name, IReadOnlyList<GeneratedColumn> columns, BlockLayout layout)
{
    /// <summary>Added to an ID, it gives one that no row has.</summary>
    internal const long OrphanOffset = 1_000_000_000_000;

    public string Name { get; } = name;

    public IReadOnlyList<GeneratedColumn> Columns { get; } = columns;

    public long RowCount => Layout.Rows;

    protected BlockLayout Layout { get; } = layout;

    /// <summary>Hands the row at this place to the sink, all its columns and the end of the row.</summary>
    public abstract void Write(long row, IRowSink sink);
}
