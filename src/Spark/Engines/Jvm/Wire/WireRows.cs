using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.Jvm.Wire;

/// <summary>
/// Rows over the wire, exactly: before each value a byte that is 0 for null; timestamps in microseconds, doubles by their bits, decimals by
/// their unscaled number (8 bytes up to 18 digits, else 16). Values in the form of plans.
/// </summary>
internal static class WireRows
{
    private const int LongDigits = 18;

    /// <summary>Reads so many rows.</summary>
    public static List<object?[]> Read(WireReader from, int count, StructType schema)
    {
        var readers = schema.Fields.ConvertAll(f => ReaderOf(f.DataType));
        var rows = new List<object?[]>(count);
        for (var i = 0; i < count; i++)
        {
            var row = new object?[readers.Count];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = from.ReadBoolean() ? readers[column](from) : null;
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Writes the number of rows and the rows.</summary>
    public static void Write(WireWriter to, IReadOnlyCollection<Seq<object?>> rows, IReadOnlyList<DataType> types)
    {
        to.Int32(rows.Count);
        foreach (var row in rows)
        {
            for (var column = 0; column < types.Count; column++)
            {
                WriteNullable(to, row[column], types[column]);
            }
        }
    }

    private static Func<WireReader, object> ReaderOf(DataType type)
    {
        switch (type)
        {
            case BooleanType:
                return r => r.ReadBoolean();
            case ByteType:
                return r => (sbyte)r.ReadByte();
            case ShortType:
                return r => r.ReadInt16();
            case IntegerType or DateType or YearMonthIntervalType:
                return r => r.ReadInt32();
            case LongType or TimestampType or TimestampNtzType or DayTimeIntervalType:
                return r => r.ReadInt64();
            case FloatType:
                return r => r.ReadSingle();
            case DoubleType:
                return r => r.ReadDouble();
            case DecimalType { Precision: <= LongDigits } d:
                return r => new DecimalValue(r.ReadInt64(), d.Scale);
            case DecimalType d:
                return r => new DecimalValue(r.ReadInt128(), d.Scale);
            case StringType:
                return r => r.ReadText()!;
            case BinaryType:
                return r => r.ReadBytes()!;
            case ArrayType a:
                return ElementsOf(a.ElementType);
            case MapType m:
                var keys = ElementsOf(m.KeyType);
                var values = ElementsOf(m.ValueType);
                return r => Entries(keys(r), values(r));
            case StructType s:
                var fields = s.Fields.ConvertAll(f => ReaderOf(f.DataType));
                return r =>
                {
                    var row = new object?[fields.Count];
                    for (var i = 0; i < row.Length; i++)
                    {
                        row[i] = r.ReadBoolean() ? fields[i](r) : null;
                    }

                    return row;
                };
            default:
                return _ => throw new DefectException($"A value of the type {type.SimpleString} that is not null.");
        }
    }

    private static Func<WireReader, object?[]> ElementsOf(DataType type)
    {
        var element = ReaderOf(type);
        return r =>
        {
            var items = new object?[r.ReadInt32()];
            for (var i = 0; i < items.Length; i++)
            {
                items[i] = r.ReadBoolean() ? element(r) : null;
            }

            return items;
        };
    }

    private static KeyValuePair<object, object?>[] Entries(object?[] keys, object?[] values)
    {
        var entries = new KeyValuePair<object, object?>[keys.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new(keys[i]!, values[i]);
        }

        return entries;
    }

    private static void WriteNullable(WireWriter to, object? value, DataType type)
    {
        to.Boolean(value is not null);
        if (value is not null)
        {
            Write(to, value, type);
        }
    }

    private static void Write(WireWriter to, object value, DataType type)
    {
        switch (value)
        {
            case bool v:
                to.Boolean(v);
                break;
            case sbyte v:
                to.Byte((byte)v);
                break;
            case short v:
                to.Int16(v);
                break;
            case int v:
                to.Int32(v);
                break;
            case long v:
                to.Int64(v);
                break;
            case float v:
                to.Int32(BitConverter.SingleToInt32Bits(v));
                break;
            case double v:
                to.Int64(BitConverter.DoubleToInt64Bits(v));
                break;
            case DecimalValue v when type is DecimalType d:
                WriteDecimal(to, v, d);
                break;
            case string v:
                to.Text(v);
                break;
            case byte[] v:
                to.Bytes(v);
                break;
            case object?[] v when type is ArrayType a:
                WriteElements(to, v, a.ElementType);
                break;
            case object?[] v when type is StructType s:
                for (var i = 0; i < v.Length; i++)
                {
                    WriteNullable(to, v[i], s.Fields[i].DataType);
                }

                break;
            case KeyValuePair<object, object?>[] v when type is MapType m:
                WriteElements(to, Array.ConvertAll(v, e => (object?)e.Key), m.KeyType);
                WriteElements(to, Array.ConvertAll(v, e => e.Value), m.ValueType);
                break;
            default:
                throw new DefectException($"A {value.GetType().Name} stands where the plan says {type.SimpleString}.");
        }
    }

    private static void WriteDecimal(WireWriter to, DecimalValue value, DecimalType type)
    {
        if (value.Scale != type.Scale)
        {
            throw new DefectException($"The decimal {value} stands where the plan says {type.SimpleString}.");
        }

        _ = type.Precision <= LongDigits ? to.Int64((long)value.Unscaled) : to.Int128(value.Unscaled);
    }

    private static void WriteElements(WireWriter to, object?[] items, DataType type)
    {
        to.Int32(items.Length);
        foreach (var item in items)
        {
            WriteNullable(to, item, type);
        }
    }
}
