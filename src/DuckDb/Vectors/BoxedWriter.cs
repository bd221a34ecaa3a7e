using System.Collections;

namespace SparkEtl.DuckDb;

/// <summary>Objects into rows.</summary>
internal static class BoxedWriter
{
    internal static void Write(Vector vector, int row, object? value)
    {
        if (value is null)
        {
            vector.SetNull(row);
            return;
        }
        switch (vector.Type.Kind, value)
        {
            case (DuckDbTypeKind.Boolean, bool v):
                vector.Writable<byte>()[row] = v ? (byte)1 : (byte)0;
                break;
            case (DuckDbTypeKind.TinyInt, sbyte v):
                vector.Writable<sbyte>()[row] = v;
                break;
            case (DuckDbTypeKind.SmallInt, short v):
                vector.Writable<short>()[row] = v;
                break;
            case (DuckDbTypeKind.Integer, int v):
                vector.Writable<int>()[row] = v;
                break;
            case (DuckDbTypeKind.BigInt or DuckDbTypeKind.TimestampNanos, long v):
                vector.Writable<long>()[row] = v;
                break;
            case (DuckDbTypeKind.UTinyInt, byte v):
                vector.Writable<byte>()[row] = v;
                break;
            case (DuckDbTypeKind.USmallInt, ushort v):
                vector.Writable<ushort>()[row] = v;
                break;
            case (DuckDbTypeKind.UInteger, uint v):
                vector.Writable<uint>()[row] = v;
                break;
            case (DuckDbTypeKind.UBigInt, ulong v):
                vector.Writable<ulong>()[row] = v;
                break;
            case (DuckDbTypeKind.HugeInt, Int128 v):
                vector.Writable<Int128>()[row] = v;
                break;
            case (DuckDbTypeKind.UHugeInt, UInt128 v):
                vector.Writable<UInt128>()[row] = v;
                break;
            case (DuckDbTypeKind.Float, float v):
                vector.Writable<float>()[row] = v;
                break;
            case (DuckDbTypeKind.Double, double v):
                vector.Writable<double>()[row] = v;
                break;
            case (DuckDbTypeKind.Decimal, DuckDbDecimal or decimal) when DecimalScaling.Unscaled(value, vector.Type.Scale) is { } v:
                vector.SetDecimal(row, v);
                break;
            case (DuckDbTypeKind.Varchar, string v):
                vector.SetString(row, v);
                break;
            case (DuckDbTypeKind.Blob, byte[] v):
                vector.SetBytes(row, v);
                break;
            case (DuckDbTypeKind.Date, DuckDbDate v):
                vector.Writable<DuckDbDate>()[row] = v;
                break;
            case (DuckDbTypeKind.Time, DuckDbTime v):
                vector.Writable<DuckDbTime>()[row] = v;
                break;
            case (DuckDbTypeKind.Timestamp or DuckDbTypeKind.TimestampTz, DuckDbTimestamp v):
                vector.Writable<DuckDbTimestamp>()[row] = v;
                break;
            case (DuckDbTypeKind.TimestampMillis, DuckDbTimestamp v) when v.Micros % 1_000 == 0:
                vector.Writable<long>()[row] = v.Micros / 1_000;
                break;
            case (DuckDbTypeKind.TimestampSeconds, DuckDbTimestamp v) when v.Micros % 1_000_000 == 0:
                vector.Writable<long>()[row] = v.Micros / 1_000_000;
                break;
            case (DuckDbTypeKind.Interval, DuckDbInterval v):
                vector.Writable<DuckDbInterval>()[row] = v;
                break;
            case (DuckDbTypeKind.Uuid, Guid v):
                vector.Writable<Int128>()[row] = Uuids.ToNative(v);
                break;
            case (DuckDbTypeKind.Enum, string v):
                WriteEnum(vector, row, v);
                break;
            case (DuckDbTypeKind.List, IEnumerable v) when value is not string:
                WriteList(vector, row, [.. v.Cast<object?>()]);
                break;
            case (DuckDbTypeKind.Array, IEnumerable v) when value is not string:
                WriteArray(vector, row, [.. v.Cast<object?>()]);
                break;
            case (DuckDbTypeKind.Map, IReadOnlyCollection<KeyValuePair<object, object?>> v):
                WriteMap(vector, row, v);
                break;
            case (DuckDbTypeKind.Struct, object?[] v) when v.Length == vector.Type.Fields.Count:
                for (int i = 0; i < v.Length; i++)
                    Write(vector.Field(i), row, v[i]);
                break;
            default:
                throw Refused(vector.Type, value);
        }
    }

    internal static DuckDbException Refused(DuckDbType type, object value) => new(
        $"Found {value} of the .NET type {value.GetType().Name} for {type}, which takes {BoxedTypes.NameOf(type)}.",
        DuckDbErrorType.MismatchType);

    private static void WriteEnum(Vector vector, int row, string name)
    {
        IReadOnlyList<string> names = vector.Type.EnumNames;
        int index = 0;
        while (index < names.Count && names[index] != name)
            index++;
        if (index == names.Count)
            throw Refused(vector.Type, name);
        switch (names.Count)
        {
            case <= byte.MaxValue:
                vector.Writable<byte>()[row] = (byte)index;
                break;
            case <= ushort.MaxValue:
                vector.Writable<ushort>()[row] = (ushort)index;
                break;
            default:
                vector.Writable<int>()[row] = index;
                break;
        }
    }

    private static void WriteList(Vector vector, int row, object?[] values)
    {
        int offset = vector.ChildCount;
        vector.Writable<ListEntry>()[row] = new ListEntry(offset, values.Length);
        Vector child = vector.ResizeChild(offset + values.Length);
        for (int i = 0; i < values.Length; i++)
            Write(child, offset + i, values[i]);
    }

    private static void WriteArray(Vector vector, int row, object?[] values)
    {
        if (values.Length != vector.Type.Length)
            throw Refused(vector.Type, values);
        Vector child = vector.Child;
        for (int i = 0; i < values.Length; i++)
            Write(child, (row * values.Length) + i, values[i]);
    }

    private static void WriteMap(Vector vector, int row, IReadOnlyCollection<KeyValuePair<object, object?>> entries)
    {
        int offset = vector.ChildCount;
        vector.Writable<ListEntry>()[row] = new ListEntry(offset, entries.Count);
        Vector child = vector.ResizeChild(offset + entries.Count);
        Vector keys = child.Field(0);
        Vector values = child.Field(1);
        foreach ((object key, object? value) in entries)
        {
            Write(keys, offset, key);
            Write(values, offset++, value);
        }
    }
}
