namespace SparkEtl.DuckDb;

/// <summary>How the rows of a vector lie in memory.</summary>
internal enum VectorLayout
{
    /// <summary>Not readable: cast in SQL.</summary>
    None,

    /// <summary>Rows of <see cref="VectorBuffer.Size"/> bytes.</summary>
    Fixed,

    /// <summary>Rows of 16 bytes: length, then up to 12 bytes of text or a prefix and a pointer.</summary>
    Bytes,

    /// <summary>Rows of <see cref="ListEntry"/>, elements in a child.</summary>
    List,

    /// <summary>No rows, one child a field.</summary>
    Struct,

    /// <summary>No rows, elements of row r in the child from r * length.</summary>
    Array,
}
