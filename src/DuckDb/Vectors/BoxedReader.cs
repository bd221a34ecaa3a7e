namespace SparkEtl.DuckDb;

/// <summary>Rows as objects.</summary>
internal static class BoxedReader
{
    internal static object? Read(Vector vector, int row)
    {
        if (vector.Type.Kind == DuckDbTypeKind.Null || vector.IsNull(row))
            return null;
        return vector.Type.Kind switch
        {
            DuckDbTypeKind.Boolean => vector.Data<byte>()[row] != 0,
            DuckDbTypeKind.TinyInt => vector.Data<sbyte>()[row],
            DuckDbTypeKind.SmallInt => vector.Data<short>()[row],
            DuckDbTypeKind.Integer => vector.Data<int>()[row],
            DuckDbTypeKind.BigInt or DuckDbTypeKind.TimestampNanos => vector.Data<long>()[row],
            DuckDbTypeKind.UTinyInt => vector.Data<byte>()[row],
            DuckDbTypeKind.USmallInt => vector.Data<ushort>()[row],
            DuckDbTypeKind.UInteger => vector.Data<uint>()[row],
            DuckDbTypeKind.UBigInt => vector.Data<ulong>()[row],
            DuckDbTypeKind.HugeInt => vector.Data<Int128>()[row],
            DuckDbTypeKind.UHugeInt => vector.Data<UInt128>()[row],
            DuckDbTypeKind.Float => vector.Data<float>()[row],
            DuckDbTypeKind.Double => vector.Data<double>()[row],
            DuckDbTypeKind.Decimal => new DuckDbDecimal(vector.GetDecimal(row), vector.Type.Scale),
            DuckDbTypeKind.Varchar => vector.GetString(row),
            DuckDbTypeKind.Blob => vector.GetBytes(row).ToArray(),
            DuckDbTypeKind.Date => vector.Data<DuckDbDate>()[row],
            DuckDbTypeKind.Time => vector.Data<DuckDbTime>()[row],
            DuckDbTypeKind.Timestamp or DuckDbTypeKind.TimestampTz => vector.Data<DuckDbTimestamp>()[row],
            DuckDbTypeKind.TimestampMillis => new DuckDbTimestamp(checked(vector.Data<long>()[row] * 1_000)),
            DuckDbTypeKind.TimestampSeconds => new DuckDbTimestamp(checked(vector.Data<long>()[row] * 1_000_000)),
            DuckDbTypeKind.Interval => vector.Data<DuckDbInterval>()[row],
            DuckDbTypeKind.Uuid => Uuids.FromNative(vector.Data<Int128>()[row]),
            DuckDbTypeKind.Enum => vector.Type.EnumNames[EnumIndex(vector, row)],
            DuckDbTypeKind.List => Elements(vector.Child, vector.Data<ListEntry>()[row]),
            DuckDbTypeKind.Array => Elements(vector.Child, new ListEntry((long)row * vector.Type.Length, vector.Type.Length)),
            DuckDbTypeKind.Map => Entries(vector.Child, vector.Data<ListEntry>()[row]),
            DuckDbTypeKind.Struct => Fields(vector, row),
            _ => throw new DuckDbException($"Values of {vector.Type} are not read. Cast the column in SQL, to VARCHAR for instance.", DuckDbErrorType.NotImplemented),
        };
    }

    private static int EnumIndex(Vector vector, int row) => vector.Type.EnumNames.Count switch
    {
        <= byte.MaxValue => vector.Data<byte>()[row],
        <= ushort.MaxValue => vector.Data<ushort>()[row],
        _ => vector.Data<int>()[row],
    };

    private static object?[] Elements(Vector child, ListEntry entry)
    {
        var values = new object?[entry.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = Read(child, (int)entry.Offset + i);
        return values;
    }

    private static KeyValuePair<object, object?>[] Entries(Vector child, ListEntry entry)
    {
        Vector keys = child.Field(0);
        Vector values = child.Field(1);
        var entries = new KeyValuePair<object, object?>[entry.Length];
        for (int i = 0; i < entries.Length; i++)
            entries[i] = KeyValuePair.Create(Read(keys, (int)entry.Offset + i)!, Read(values, (int)entry.Offset + i));
        return entries;
    }

    private static object?[] Fields(Vector vector, int row)
    {
        var values = new object?[vector.Type.Fields.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = Read(vector.Field(i), row);
        return values;
    }
}
