using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>Rows of a query, chunk by chunk. May be disposed before its end, which stops the query.</summary>
public sealed unsafe class DuckDbResult : IDisposable
{
    private readonly DuckDbConnection connection;
    private readonly ResultHandle handle;
    private readonly CancellationTokenRegistration watch;
    private readonly CancellationToken ct;
    private readonly DuckDbStatement? owner;
    private readonly DuckDbType[] types;
    private DataChunk? chunk;
    private DataChunkHandle? chunkHandle;
    private bool ended;

    internal DuckDbResult(
        DuckDbConnection connection, ResultHandle handle, DuckDbStatement? owner, CancellationTokenRegistration watch, CancellationToken ct)
    {
        this.connection = connection;
        this.handle = handle;
        this.watch = watch;
        this.ct = ct;
        this.owner = owner;
        RowsChanged = (long)LibDuckDb.RowsChanged(handle.Pointer);
        var columns = new DuckDbColumn[LibDuckDb.ColumnCount(handle.Pointer)];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = new DuckDbColumn(
                NativeText.Borrow(LibDuckDb.ColumnName(handle.Pointer, (ulong)i)) ?? "",
                LogicalTypes.Take(LibDuckDb.ColumnType(handle.Pointer, (ulong)i)));
        }
        Columns = columns;
        types = [.. columns.Select(c => c.Type)];
    }

    /// <summary>Names and types of the columns.</summary>
    public IReadOnlyList<DuckDbColumn> Columns { get; }

    /// <summary>Rows inserted, updated, deleted or copied; 0 for a query, and for CREATE TABLE AS.</summary>
    public long RowsChanged { get; }

    /// <summary>The next rows, at least one; null at the end. The chunk before is gone.</summary>
    /// <exception cref="DuckDbException">The query failed on the way.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public DataChunk? NextChunk()
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        Forget();
        if (ended)
            return null;
        ct.ThrowIfCancellationRequested();
        nint next = LibDuckDb.FetchChunk(*handle.Pointer);
        int rows = next == 0 ? 0 : (int)LibDuckDb.ChunkSize(next);
        if (rows > 0)
        {
            chunkHandle = new DataChunkHandle(next);
            return chunk = new DataChunk(next, types, rows);
        }
        if (next != 0)
            LibDuckDb.DestroyDataChunk(ref next);
        ended = true;
        if (LibDuckDb.ResultError(handle.Pointer) != 0)
            throw QueryErrors.Of(handle, connection.Errors, ct);
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        watch.Dispose();
        handle.Dispose();
        owner?.Dispose();
    }

    /// <summary>Runs the query to its end.</summary>
    internal void Drain()
    {
        while (NextChunk() is not null)
        {
        }
    }

    private void Forget()
    {
        chunk?.Invalidate();
        chunkHandle?.Dispose();
        chunk = null;
        chunkHandle = null;
    }
}
