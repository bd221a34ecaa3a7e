using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>
/// Appends many rows to a table, a chunk at a time: fill the columns of <see cref="Chunk"/>, call <see cref="AppendChunk"/>. Or row
/// by row with <see cref="AppendRow"/>. Rows are in the table after <see cref="Flush"/>; disposing without it drops the rest.
/// </summary>
public sealed unsafe class DuckDbAppender : IDisposable
{
    private readonly AppenderHandle handle;
    private readonly DataChunkHandle chunkHandle;
    private readonly DuckDbType[] types;
    private DataChunk chunk;
    private int buffered;

    internal DuckDbAppender(DuckDbConnection connection, string table, string? schema)
    {
        NativeText.RequireNoNul(table, "the name of a table");
        NativeText.RequireNoNul(schema ?? "", "the name of a schema");
        if (LibDuckDb.CreateAppender(connection.Handle, schema, table, out handle) != 0)
        {
            DuckDbException error = Error();
            handle.Dispose();
            throw error;
        }
        types = new DuckDbType[LibDuckDb.AppenderColumnCount(handle)];
        for (int i = 0; i < types.Length; i++)
            types[i] = LogicalTypes.Take(LibDuckDb.AppenderColumnType(handle, (ulong)i));
        chunkHandle = new DataChunkHandle(CreateChunk());
        chunk = NewChunk();
    }

    /// <summary>Types of the table's columns in their order.</summary>
    public IReadOnlyList<DuckDbType> Types => types;

    /// <summary>The chunk to fill from row 0 on: fresh, without nulls, after every append.</summary>
    public DataChunk Chunk => chunk;

    /// <summary>Appends the first rows of the chunk and empties it.</summary>
    /// <param name="rows">How many, at most <see cref="DataChunk.Capacity"/>.</param>
    /// <exception cref="DuckDbException">A row violates the table's constraints.</exception>
    public void AppendChunk(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, DataChunk.Capacity);
        nint native = chunkHandle.DangerousGetHandle();
        chunk.Invalidate();
        LibDuckDb.SetChunkSize(native, (ulong)rows);
        int state = LibDuckDb.AppendDataChunk(handle, native);
        LibDuckDb.ResetDataChunk(native);
        chunk = NewChunk();
        buffered = 0;
        Check(state);
    }

    /// <summary>Appends a row of objects, or nulls; which type belongs to which is said at <see cref="DuckDbTypeKind"/>.</summary>
    /// <param name="values">One a column.</param>
    /// <exception cref="DuckDbException">There are more or fewer values than columns, or one is of another type.</exception>
    public void AppendRow(params ReadOnlySpan<object?> values)
    {
        if (values.Length != types.Length)
            throw new DuckDbException($"Found {values.Length} values for a table of {types.Length} columns.", DuckDbErrorType.InvalidInput);
        for (int i = 0; i < values.Length; i++)
            chunk[i].SetValue(buffered, values[i]);
        if (++buffered == DataChunk.Capacity)
            AppendChunk(buffered);
    }

    /// <summary>Puts what was appended into the table.</summary>
    /// <exception cref="DuckDbException">A row violates the table's constraints: none of those since the last flush are kept.</exception>
    public void Flush()
    {
        if (buffered > 0)
            AppendChunk(buffered);
        Check(LibDuckDb.FlushAppender(handle));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        chunk.Invalidate();
        chunkHandle.Dispose();

        // What is not flushed is dropped here, or destroying the appender would write it.
        if (!handle.IsClosed)
            _ = LibDuckDb.ClearAppender(handle);
        handle.Dispose();
    }

    private DataChunk NewChunk() => new(chunkHandle.DangerousGetHandle(), types, DataChunk.Capacity);

    private nint CreateChunk()
    {
        LogicalTypeHandle[] handles = [.. types.Select(LogicalTypes.ToNative)];
        nint[] pointers = [.. handles.Select(h => h.DangerousGetHandle())];
        try
        {
            fixed (nint* first = pointers)
                return LibDuckDb.CreateDataChunk(first, (ulong)pointers.Length);
        }
        finally
        {
            foreach (LogicalTypeHandle type in handles)
                type.Dispose();
        }
    }

    private void Check(int state)
    {
        if (state != 0)
            throw Error();
    }

    private DuckDbException Error()
    {
        nint error = LibDuckDb.AppenderErrorData(handle);
        try
        {
            string message = NativeText.Borrow(LibDuckDb.ErrorDataMessage(error)) ?? "The appender failed without a message.";
            return new DuckDbException(message, (DuckDbErrorType)LibDuckDb.ErrorDataType(error));
        }
        finally
        {
            LibDuckDb.DestroyErrorData(ref error);
        }
    }
}
