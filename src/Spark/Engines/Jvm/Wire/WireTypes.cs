using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.Jvm.Wire;

/// <summary>Types over the wire: a tag, then what the type is made of.</summary>
internal static class WireTypes
{
    private enum Tag : byte
    {
        Null,
        Boolean,
        Byte,
        Short,
        Integer,
        Long,
        Float,
        Double,
        Decimal,
        String,
        Binary,
        Date,
        Timestamp,
        TimestampNtz,
        DayTimeInterval,
        YearMonthInterval,
        Array,
        Map,
        Struct,
        Other,
    }

    /// <summary>The type at the reader's place.</summary>
    /// <param name="from">The reader.</param>
    /// <param name="where">What has the type, for errors.</param>
    /// <exception cref="RefusedException">The API has no such type.</exception>
    public static DataType Read(WireReader from, string where)
    {
        var tag = (Tag)from.ReadByte();
        switch (tag)
        {
            case Tag.Decimal:
                var precision = from.ReadByte();
                return SqlTypes.Decimal(precision, from.ReadByte());
            case Tag.DayTimeInterval:
                var firstField = from.ReadByte();
                return new DayTimeIntervalType(firstField, from.ReadByte());
            case Tag.YearMonthInterval:
                var firstUnit = from.ReadByte();
                return new YearMonthIntervalType(firstUnit, from.ReadByte());
            case Tag.Array:
                var containsNull = from.ReadBoolean();
                return SqlTypes.ArrayOf(Read(from, where), containsNull);
            case Tag.Map:
                var valueContainsNull = from.ReadBoolean();
                var key = Read(from, where);
                return SqlTypes.MapOf(key, Read(from, where), valueContainsNull);
            case Tag.Struct:
                return ReadStruct(from, where);
            case Tag.Other:
                throw new RefusedException($"The type {from.ReadText()} of {where}", "it has no counterpart here; cast it to string where it is read.");
            default:
                return Plain(tag);
        }
    }

    /// <summary>A schema at the reader's place.</summary>
    /// <inheritdoc cref="Read"/>
    public static StructType ReadSchema(WireReader from, string where) => (StructType)Read(from, where);

    /// <summary>Writes a type.</summary>
    public static void Write(WireWriter to, DataType type)
    {
        var tag = TagOf(type);
        to.Byte((byte)tag);
        switch (type)
        {
            case DecimalType d:
                to.Byte((byte)d.Precision).Byte((byte)d.Scale);
                break;
            case DayTimeIntervalType i:
                to.Byte((byte)i.Start).Byte((byte)i.End);
                break;
            case YearMonthIntervalType i:
                to.Byte((byte)i.Start).Byte((byte)i.End);
                break;
            case ArrayType a:
                to.Boolean(a.ContainsNull);
                Write(to, a.ElementType);
                break;
            case MapType m:
                to.Boolean(m.ValueContainsNull);
                Write(to, m.KeyType);
                Write(to, m.ValueType);
                break;
            case StructType s:
                to.Int32(s.Fields.Count);
                foreach (var field in s.Fields)
                {
                    to.Text(field.Name).Boolean(field.IsNullable);
                    Write(to, field.DataType);
                }

                break;
            default:
                break;
        }
    }

    private static StructType ReadStruct(WireReader from, string where)
    {
        var fields = new StructField[from.ReadInt32()];
        for (var i = 0; i < fields.Length; i++)
        {
            var name = from.ReadText()!;
            var nullable = from.ReadBoolean();
            fields[i] = new StructField(name, Read(from, $"{name} in {where}"), nullable);
        }

        return new StructType(fields);
    }

    private static DataType Plain(Tag tag) => tag switch
    {
        Tag.Null => SqlTypes.Null,
        Tag.Boolean => SqlTypes.Boolean,
        Tag.Byte => SqlTypes.Byte,
        Tag.Short => SqlTypes.Short,
        Tag.Integer => SqlTypes.Integer,
        Tag.Long => SqlTypes.Long,
        Tag.Float => SqlTypes.Float,
        Tag.Double => SqlTypes.Double,
        Tag.String => SqlTypes.String,
        Tag.Binary => SqlTypes.Binary,
        Tag.Date => SqlTypes.Date,
        Tag.Timestamp => SqlTypes.Timestamp,
        Tag.TimestampNtz => SqlTypes.TimestampNtz,
        _ => throw new DefectException($"No type has the tag {tag}."),
    };

    private static Tag TagOf(DataType type) => type switch
    {
        NullType => Tag.Null,
        BooleanType => Tag.Boolean,
        ByteType => Tag.Byte,
        ShortType => Tag.Short,
        IntegerType => Tag.Integer,
        LongType => Tag.Long,
        FloatType => Tag.Float,
        DoubleType => Tag.Double,
        DecimalType => Tag.Decimal,
        StringType => Tag.String,
        BinaryType => Tag.Binary,
        DateType => Tag.Date,
        TimestampType => Tag.Timestamp,
        TimestampNtzType => Tag.TimestampNtz,
        DayTimeIntervalType => Tag.DayTimeInterval,
        YearMonthIntervalType => Tag.YearMonthInterval,
        ArrayType => Tag.Array,
        MapType => Tag.Map,
        StructType => Tag.Struct,
        _ => throw new DefectException($"The type {type.SimpleString} has no tag."),
    };
}
