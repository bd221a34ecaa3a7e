using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>The memory of one vector: fetched from the library once, read and written here without it.</summary>
internal sealed unsafe class VectorBuffer
{
    private VectorBuffer?[]? fields;

    internal VectorBuffer(nint handle, DuckDbType? type, int count)
    {
        Handle = handle;
        Type = type ?? LogicalTypes.Take(LibDuckDb.VectorType(handle));
        Count = count;
        (Layout, Size) = LayoutOf(Type);
        Data = Layout is VectorLayout.Struct or VectorLayout.Array ? null : (byte*)LibDuckDb.VectorData(handle);
        Validity = LibDuckDb.VectorValidity(handle);
    }

    internal nint Handle { get; }

    internal DuckDbType Type { get; }

    internal VectorLayout Layout { get; }

    /// <summary>Bytes a row, for <see cref="VectorLayout.Fixed"/>.</summary>
    internal int Size { get; }

    /// <summary>Rows that may be read or written.</summary>
    internal int Count { get; private set; }

    internal byte* Data { get; private set; }

    /// <summary>One bit a row, set when it has a value; null when all have.</summary>
    internal ulong* Validity { get; private set; }

    internal bool IsNull(int row)
    {
        Check(row);
        return Validity != null && (Validity[row >> 6] & (1UL << row)) == 0;
    }

    internal ulong* WritableValidity()
    {
        if (Validity == null)
        {
            LibDuckDb.EnsureValidityWritable(Handle);
            Validity = LibDuckDb.VectorValidity(Handle);
        }
        return Validity;
    }

    /// <summary>A struct's field. Its rows are the struct's.</summary>
    internal VectorBuffer Field(int index)
    {
        Require(VectorLayout.Struct, "a struct");
        fields ??= new VectorBuffer?[Type.Fields.Count];
        return fields[index] ??= new VectorBuffer(LibDuckDb.StructChild(Handle, (ulong)index), Type.Fields[index].Type, Count);
    }

    /// <summary>Elements of all lists, entries of all maps (structs of key and value), elements of all arrays.</summary>
    internal VectorBuffer Child()
    {
        if (Layout == VectorLayout.Array)
            return new VectorBuffer(LibDuckDb.ArrayChild(Handle), Type.Element, Count * Type.Length);
        Require(VectorLayout.List, "a list or a map");
        return new VectorBuffer(LibDuckDb.ListChild(Handle), ChildType, (int)LibDuckDb.ListSize(Handle));
    }

    /// <summary>Makes room for this many elements in all lists together. Children fetched before are void.</summary>
    internal VectorBuffer ResizeChild(int size)
    {
        Require(VectorLayout.List, "a list or a map");
        if (LibDuckDb.ReserveList(Handle, (ulong)size) != 0 || LibDuckDb.SetListSize(Handle, (ulong)size) != 0)
            throw new DuckDbException($"Out of Memory Error: no room for {size} list elements.", DuckDbErrorType.OutOfMemory);
        return Child();
    }

    internal int ChildSize => (int)LibDuckDb.ListSize(Handle);

    internal void Check(int row)
    {
        if ((uint)row >= (uint)Count)
            ThrowRow(row);
    }

    internal void Require(VectorLayout layout, string what)
    {
        if (Layout != layout)
            throw new DuckDbException($"Found a vector of {Type} where {what} was expected.", DuckDbErrorType.MismatchType);
    }

    /// <summary>The memory is gone: every later access is refused.</summary>
    internal void Invalidate()
    {
        Count = 0;
        Data = null;
        Validity = null;
        foreach (VectorBuffer? field in fields ?? [])
            field?.Invalidate();
    }

    private DuckDbType ChildType => Type.Kind == DuckDbTypeKind.Map ? DuckDbType.Struct(Type.Fields) : Type.Element;

    private void ThrowRow(int row) => throw new ArgumentOutOfRangeException(
        nameof(row), row, Count == 0 ? "The vector has no rows, or its chunk is gone." : $"The vector has {Count} rows.");

    private static (VectorLayout Layout, int Size) LayoutOf(DuckDbType type) => type.Kind switch
    {
        DuckDbTypeKind.Boolean or DuckDbTypeKind.TinyInt or DuckDbTypeKind.UTinyInt => (VectorLayout.Fixed, 1),
        DuckDbTypeKind.SmallInt or DuckDbTypeKind.USmallInt => (VectorLayout.Fixed, 2),
        DuckDbTypeKind.Integer or DuckDbTypeKind.UInteger or DuckDbTypeKind.Float or DuckDbTypeKind.Date or DuckDbTypeKind.Null =>
            (VectorLayout.Fixed, 4),
        DuckDbTypeKind.BigInt or DuckDbTypeKind.UBigInt or DuckDbTypeKind.Double or DuckDbTypeKind.Timestamp
            or DuckDbTypeKind.TimestampTz or DuckDbTypeKind.TimestampSeconds or DuckDbTypeKind.TimestampMillis
            or DuckDbTypeKind.TimestampNanos or DuckDbTypeKind.Time => (VectorLayout.Fixed, 8),
        DuckDbTypeKind.HugeInt or DuckDbTypeKind.UHugeInt or DuckDbTypeKind.Uuid or DuckDbTypeKind.Interval => (VectorLayout.Fixed, 16),
        DuckDbTypeKind.Decimal => (VectorLayout.Fixed, type.Width switch { <= 4 => 2, <= 9 => 4, <= 18 => 8, _ => 16 }),
        DuckDbTypeKind.Enum => (VectorLayout.Fixed, type.EnumNames.Count switch { <= byte.MaxValue => 1, <= ushort.MaxValue => 2, _ => 4 }),
        DuckDbTypeKind.Varchar or DuckDbTypeKind.Blob => (VectorLayout.Bytes, 16),
        DuckDbTypeKind.List or DuckDbTypeKind.Map => (VectorLayout.List, 16),
        DuckDbTypeKind.Struct => (VectorLayout.Struct, 0),
        DuckDbTypeKind.Array => (VectorLayout.Array, 0),
        _ => (VectorLayout.None, 0),
    };
}
