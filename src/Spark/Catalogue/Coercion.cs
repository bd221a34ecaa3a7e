using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue;

/// <summary>
/// Spark's implicit casts in ANSI mode (<c>spark.sql.ansi.enabled=true</c>, enforceReservedKeywords off): what an argument may become without
/// being asked for, and the type that several expressions have in common.
/// </summary>
internal static class Coercion
{
    private static readonly DataType[] NumericOrder =
        [SqlTypes.Byte, SqlTypes.Short, SqlTypes.Integer, SqlTypes.Long, SqlTypes.Float, SqlTypes.Double];

    /// <summary>The expression itself when it has the type, else a cast of it.</summary>
    public static Expression CastTo(Expression expression, DataType type)
    {
        if (SameShape(expression.Type, type))
        {
            return expression;
        }

        return expression is Literal ? ConstantFolding.Fold(new Cast(expression, type, Try: false)) : new Cast(expression, type, Try: false);
    }

    /// <summary>The type the expression is cast to where <paramref name="target"/> is wanted; null when Spark does not cast it by itself.</summary>
    public static DataType? ImplicitCast(Expression expression, DataType target)
    {
        var from = expression.Type;
        return (from, target) switch
        {
            _ when SameShape(from, target) => from,
            (NullType, _) => target,

            // A string goes to any atomic type; a constant or not, it fails on its value.
            (StringType, NumericType or DateType or TimestampType or TimestampNtzType or BooleanType or BinaryType) => target,
            (AtomicType and not BinaryType, StringType) => target,
            (BinaryType, StringType) => target,
            // Any number goes to any other; one that does not fit fails on its value.
            (NumericType, NumericType) => target,
            (DateType, TimestampType or TimestampNtzType) => target,
            (TimestampType or TimestampNtzType, DateType) => target,
            (TimestampNtzType, TimestampType) or (TimestampType, TimestampNtzType) => target,
            (DayTimeIntervalType, DayTimeIntervalType) or (YearMonthIntervalType, YearMonthIntervalType) => target,
            (ArrayType a, ArrayType b) => CastsInside(a.ElementType, b.ElementType) ? target : null,
            (MapType a, MapType b) => CastsInside(a.KeyType, b.KeyType) && CastsInside(a.ValueType, b.ValueType) ? target : null,
            (StructType a, StructType b) when a.Fields.Count == b.Fields.Count =>
                a.Fields.Zip(b.Fields).All(p => CastsInside(p.First.DataType, p.Second.DataType)) ? target : null,
            _ => null,
        };
    }

    /// <summary>The type all of them are cast to; null when there is none.</summary>
    public static DataType? CommonType(IEnumerable<Expression> expressions) => CommonType(expressions.Select(e => e.Type));

    /// <summary>The type values of all these types are cast to; null when there is none.</summary>
    public static DataType? CommonType(IEnumerable<DataType> types)
    {
        // From left to right, as Spark does: the order can matter where a string is among them.
        DataType? common = null;
        foreach (var type in types)
        {
            common = common is null ? type : CommonType(common, type);
            if (common is null)
            {
                return null;
            }
        }

        return common;
    }

    /// <summary>The common type of two.</summary>
    public static DataType? CommonType(DataType left, DataType right) => (left, right) switch
    {
        _ when left.Equals(right) => left,
        (NullType, _) => right,
        (_, NullType) => left,
        (DecimalType a, DecimalType b) => WiderDecimal(a, b),
        (DecimalType d, IntegralType i) => WiderDecimal(d, DecimalOf(i)),
        (IntegralType i, DecimalType d) => WiderDecimal(d, DecimalOf(i)),
        (DecimalType, FloatType or DoubleType) or (FloatType or DoubleType, DecimalType) => SqlTypes.Double,

        // An integer next to a float is a double: a float cannot hold every int.
        (FloatType, IntegralType) or (IntegralType, FloatType) => SqlTypes.Double,
        (NumericType a, NumericType b) => NumericOrder[Math.Max(Array.IndexOf(NumericOrder, a), Array.IndexOf(NumericOrder, b))],
        (DateType, TimestampType) or (TimestampType, DateType) => SqlTypes.Timestamp,
        (DateType, TimestampNtzType) or (TimestampNtzType, DateType) => SqlTypes.TimestampNtz,
        (TimestampType, TimestampNtzType) or (TimestampNtzType, TimestampType) => SqlTypes.Timestamp,
        (DayTimeIntervalType a, DayTimeIntervalType b) => new DayTimeIntervalType(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End)),
        (YearMonthIntervalType a, YearMonthIntervalType b) => new YearMonthIntervalType(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End)),
        (StringType, AtomicType other) => WithString(other),
        (AtomicType other, StringType) => WithString(other),
        (ArrayType a, ArrayType b) => CommonType(a.ElementType, b.ElementType) is { } e ? new ArrayType(e, a.ContainsNull || b.ContainsNull) : null,
        (MapType a, MapType b) => CommonType(a.KeyType, b.KeyType) is { } k && CommonType(a.ValueType, b.ValueType) is { } v
            ? new MapType(k, v, a.ValueContainsNull || b.ValueContainsNull)
            : null,
        (StructType a, StructType b) => CommonStruct(a, b),
        _ => null,
    };

    /// <summary>The decimal that holds every value of the whole-number type.</summary>
    public static DecimalType DecimalOf(IntegralType type) => type switch
    {
        ByteType => SqlTypes.Decimal(3, 0),
        ShortType => SqlTypes.Decimal(5, 0),
        IntegerType => SqlTypes.Decimal(10, 0),
        _ => SqlTypes.Decimal(20, 0),
    };

    /// <summary>The decimal that holds the values of both, digits after the point given up last (Spark bounds it at 38 digits).</summary>
    public static DecimalType WiderDecimal(DecimalType left, DecimalType right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        var range = Math.Max(left.Precision - left.Scale, right.Precision - right.Scale);
        return Bounded(range + scale, scale);
    }

    /// <summary>At most 38 digits, both numbers cut there.</summary>
    public static DecimalType Bounded(int precision, int scale) =>
        SqlTypes.Decimal(Math.Min(precision, DecimalType.MaxPrecision), Math.Min(scale, DecimalType.MaxPrecision));

    /// <summary>At most 38 digits; when there are more, digits after the point are given up, but six are kept if there were six.</summary>
    public static DecimalType Adjusted(int precision, int scale)
    {
        if (precision <= DecimalType.MaxPrecision)
        {
            return SqlTypes.Decimal(precision, scale);
        }

        var whole = precision - scale;
        var kept = Math.Max(DecimalType.MaxPrecision - whole, Math.Min(scale, 6));
        return SqlTypes.Decimal(DecimalType.MaxPrecision, kept);
    }

    public static bool IsOrderable(DataType type) => type switch
    {
        MapType => false,
        ArrayType a => IsOrderable(a.ElementType),
        StructType s => s.Fields.TrueForAll(f => IsOrderable(f.DataType)),
        _ => true,
    };

    /// <summary>Whether its value is known without a row.</summary>
    public static bool IsConstant(Expression expression) => expression switch
    {
        Literal => true,
        Cast c => IsConstant(c.Of),
        Call c => c.Function.Kind == FunctionKind.Scalar && c.Function.Deterministic && c.Arguments.All(IsConstant),
        CaseWhen c => c.Children.All(IsConstant),
        Alias a => IsConstant(a.Of),
        _ => false,
    };

    /// <summary>Whether two types differ at most in the nullability of nested values.</summary>
    public static bool SameShape(DataType left, DataType right) => (left, right) switch
    {
        (ArrayType a, ArrayType b) => SameShape(a.ElementType, b.ElementType),
        (MapType a, MapType b) => SameShape(a.KeyType, b.KeyType) && SameShape(a.ValueType, b.ValueType),
        (StructType a, StructType b) => a.Fields.Count == b.Fields.Count
            && a.Fields.Zip(b.Fields).All(p =>
                p.First.Name.Equals(p.Second.Name, StringComparison.OrdinalIgnoreCase) && SameShape(p.First.DataType, p.Second.DataType)),
        _ => left.Equals(right),
    };

    private static bool CastsInside(DataType from, DataType to) => ImplicitCast(new Cast(Literal.Null(SqlTypes.Null), from, false), to) is not null;

    // In ANSI mode a string next to a whole number is read as a bigint, next to any other number as a double.
    private static DataType? WithString(AtomicType other) => other switch
    {
        IntegralType => SqlTypes.Long,
        NumericType => SqlTypes.Double,
        BinaryType or DateType or TimestampType or TimestampNtzType or BooleanType => other,
        _ => null,
    };

    private static StructType? CommonStruct(StructType left, StructType right)
    {
        if (left.Fields.Count != right.Fields.Count)
        {
            return null;
        }

        var fields = new List<StructField>();
        foreach (var (a, b) in left.Fields.Zip(right.Fields))
        {
            if (!a.Name.Equals(b.Name, StringComparison.OrdinalIgnoreCase) || CommonType(a.DataType, b.DataType) is not { } type)
            {
                return null;
            }

            fields.Add(new StructField(a.Name, type, a.IsNullable || b.IsNullable));
        }

        return new StructType(fields);
    }
}
