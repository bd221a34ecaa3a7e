namespace SparkEtl.DuckDb;

/// <summary>Which .NET type stands for which DuckDB type.</summary>
internal static class BoxedTypes
{
    /// <summary>The .NET type a column takes, in words.</summary>
    internal static string NameOf(DuckDbType type) => type.Kind switch
    {
        DuckDbTypeKind.Boolean => "bool",
        DuckDbTypeKind.TinyInt => "sbyte",
        DuckDbTypeKind.SmallInt => "short",
        DuckDbTypeKind.Integer => "int",
        DuckDbTypeKind.BigInt or DuckDbTypeKind.TimestampNanos => "long",
        DuckDbTypeKind.UTinyInt => "byte",
        DuckDbTypeKind.USmallInt => "ushort",
        DuckDbTypeKind.UInteger => "uint",
        DuckDbTypeKind.UBigInt => "ulong",
        DuckDbTypeKind.HugeInt => "Int128",
        DuckDbTypeKind.UHugeInt => "UInt128",
        DuckDbTypeKind.Float => "float",
        DuckDbTypeKind.Double => "double",
        DuckDbTypeKind.Decimal => $"DuckDbDecimal or decimal that fits without rounding",
        DuckDbTypeKind.Varchar => "string",
        DuckDbTypeKind.Blob => "byte[]",
        DuckDbTypeKind.Date => nameof(DuckDbDate),
        DuckDbTypeKind.Time => nameof(DuckDbTime),
        DuckDbTypeKind.Timestamp or DuckDbTypeKind.TimestampTz => nameof(DuckDbTimestamp),
        DuckDbTypeKind.TimestampMillis => "DuckDbTimestamp of whole milliseconds",
        DuckDbTypeKind.TimestampSeconds => "DuckDbTimestamp of whole seconds",
        DuckDbTypeKind.Interval => nameof(DuckDbInterval),
        DuckDbTypeKind.Uuid => nameof(Guid),
        DuckDbTypeKind.Enum => "string that is one of its names",
        DuckDbTypeKind.List => "object?[] or another sequence",
        DuckDbTypeKind.Array => $"object?[] or another sequence of {type.Length}",
        DuckDbTypeKind.Map => "KeyValuePair<object, object?>[]",
        DuckDbTypeKind.Struct => $"object?[] of {type.Fields.Count}",
        _ => "nothing: cast it in SQL",
    };

    /// <summary>The DuckDB type of a parameter by its value; null when the value is of no type known here.</summary>
    internal static DuckDbType? Infer(object? value) => value switch
    {
        null => DuckDbType.Null,
        bool => DuckDbType.Boolean,
        sbyte => DuckDbType.TinyInt,
        short => DuckDbType.SmallInt,
        int => DuckDbType.Integer,
        long => DuckDbType.BigInt,
        byte => DuckDbType.UTinyInt,
        ushort => DuckDbType.USmallInt,
        uint => DuckDbType.UInteger,
        ulong => DuckDbType.UBigInt,
        Int128 => DuckDbType.HugeInt,
        UInt128 => DuckDbType.UHugeInt,
        float => DuckDbType.Float,
        double => DuckDbType.Double,
        DuckDbDecimal v => DuckDbType.Decimal(WidthOf(v.Unscaled, v.Scale), v.Scale),
        decimal v => DuckDbType.Decimal(WidthOf(DecimalScaling.FromDecimal(v), v.Scale), v.Scale),
        string => DuckDbType.Varchar,
        byte[] => DuckDbType.Blob,
        DuckDbDate => DuckDbType.Date,
        DuckDbTime => DuckDbType.Time,
        DuckDbTimestamp => DuckDbType.Timestamp,
        DuckDbInterval => DuckDbType.Interval,
        Guid => DuckDbType.Uuid,
        _ => null,
    };

    private static int WidthOf(Int128 unscaled, int scale)
    {
        int width = Math.Max(1, scale);
        while (width < 38 && !PowersOfTen.Fits(unscaled, width))
            width++;
        return width;
    }
}
