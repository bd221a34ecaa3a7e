using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>
/// Some rows, column by column, in DuckDB's own memory. A result's chunk lives until the next one is fetched or the result is
/// disposed; a function's until the call returns. After that every access throws, but spans taken from it are not guarded.
/// </summary>
public sealed class DataChunk
{
    private readonly nint handle;
    private readonly IReadOnlyList<DuckDbType?> types;
    private readonly VectorBuffer?[] vectors;
    private bool gone;

    internal DataChunk(nint handle, IReadOnlyList<DuckDbType?> types, int rowCount)
    {
        this.handle = handle;
        this.types = types;
        RowCount = rowCount;
        vectors = new VectorBuffer?[types.Count];
    }

    /// <summary>Rows a chunk has room for.</summary>
    public const int Capacity = 2048;

    /// <summary>Rows in the chunk; in a chunk to be filled, the rows there is room for.</summary>
    public int RowCount { get; private set; }

    /// <summary>Columns in the chunk.</summary>
    public int ColumnCount => vectors.Length;

    /// <summary>A column.</summary>
    /// <param name="column">The column, from 0.</param>
    public Vector this[int column]
    {
        get
        {
            if (vectors[column] is { } known)
                return new Vector(known);
            ObjectDisposedException.ThrowIf(gone, this);
            nint vector = LibDuckDb.ChunkVector(handle, (ulong)column);
            return new Vector(vectors[column] = new VectorBuffer(vector, types[column], RowCount));
        }
    }

    /// <summary>The memory is the library's again.</summary>
    internal void Invalidate()
    {
        gone = true;
        RowCount = 0;
        foreach (VectorBuffer? vector in vectors)
            vector?.Invalidate();
    }
}
