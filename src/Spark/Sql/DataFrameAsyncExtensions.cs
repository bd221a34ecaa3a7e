namespace SparkEtl.Spark.Sql;

/// <summary>
/// The actions of a frame without blocking the caller: they run on a thread of the pool and stop when the token is cancelled, or the
/// session is.
/// </summary>
public static class DataFrameAsyncExtensions
{
    /// <inheritdoc cref="DataFrame.Collect()"/>
    /// <param name="frame">The frame.</param>
    /// <param name="cancellation">Stops the query.</param>
    public static Task<IReadOnlyList<Row>> CollectAsync(this DataFrame frame, CancellationToken cancellation = default) =>
        Run(frame, f => f.Collect(cancellation), cancellation);

    /// <inheritdoc cref="DataFrame.Count()"/>
    /// <param name="frame">The frame.</param>
    /// <param name="cancellation">Stops the query.</param>
    public static Task<long> CountAsync(this DataFrame frame, CancellationToken cancellation = default) =>
        Run(frame, f => f.Count(cancellation), cancellation);

    /// <inheritdoc cref="DataFrame.IsEmpty()"/>
    /// <param name="frame">The frame.</param>
    /// <param name="cancellation">Stops the query.</param>
    public static Task<bool> IsEmptyAsync(this DataFrame frame, CancellationToken cancellation = default) =>
        Run(frame, f => f.IsEmpty(cancellation), cancellation);

    /// <inheritdoc cref="DataFrame.First()"/>
    /// <param name="frame">The frame.</param>
    /// <param name="cancellation">Stops the query.</param>
    public static Task<Row> FirstAsync(this DataFrame frame, CancellationToken cancellation = default) =>
        Run(frame, f => f.First(cancellation), cancellation);

    /// <inheritdoc cref="DataFrame.Head()"/>
    /// <param name="frame">The frame.</param>
    /// <param name="cancellation">Stops the query.</param>
    public static Task<Row> HeadAsync(this DataFrame frame, CancellationToken cancellation = default) => FirstAsync(frame, cancellation);

    /// <inheritdoc cref="DataFrame.Head(int)"/>
    /// <param name="frame">The frame.</param>
    /// <param name="n">0 or more.</param>
    /// <param name="cancellation">Stops the query.</param>
    public static Task<IReadOnlyList<Row>> HeadAsync(this DataFrame frame, int n, CancellationToken cancellation = default) =>
        TakeAsync(frame, n, cancellation);

    /// <inheritdoc cref="DataFrame.Take(int)"/>
    /// <param name="frame">The frame.</param>
    /// <param name="n">0 or more.</param>
    /// <param name="cancellation">Stops the query.</param>
    public static Task<IReadOnlyList<Row>> TakeAsync(this DataFrame frame, int n, CancellationToken cancellation = default) =>
        Run(frame, f => f.Take(n, cancellation), cancellation);

    /// <inheritdoc cref="DataFrame.Tail(int)"/>
    /// <param name="frame">The frame.</param>
    /// <param name="n">0 or more.</param>
    /// <param name="cancellation">Stops the query.</param>
    public static Task<IReadOnlyList<Row>> TailAsync(this DataFrame frame, int n, CancellationToken cancellation = default) =>
        Run(frame, f => f.Tail(n, cancellation), cancellation);

    /// <inheritdoc cref="DataFrame.Show(int, int, bool)"/>
    /// <param name="frame">The frame.</param>
    /// <param name="numRows">How many rows at most.</param>
    /// <param name="truncate">The most characters of a value, 0 for all; values are then aligned left.</param>
    /// <param name="vertical">Whether each row is printed as a list of its columns.</param>
    /// <param name="cancellation">Stops the query.</param>
    public static Task ShowAsync(
        this DataFrame frame, int numRows = 20, int truncate = 20, bool vertical = false, CancellationToken cancellation = default) => Run(
            frame,
            f =>
            {
                f.Show(numRows, truncate, vertical, cancellation);
                return true;
            },
            cancellation);

    /// <summary>Writes the rows to the target that the writer's options name, or to a folder.</summary>
    /// <param name="writer">What and how to write.</param>
    /// <param name="path">The folder; null for the target of the options.</param>
    /// <param name="cancellation">Stops the write; nothing is left behind.</param>
    public static Task SaveAsync(this DataFrameWriter writer, string? path = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return Task.Run(() => writer.Save(path, cancellation), cancellation);
    }

    private static Task<T> Run<T>(DataFrame frame, Func<DataFrame, T> action, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return Task.Run(() => action(frame), cancellation);
    }
}
