using System.Globalization;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>
/// Brings the two operands of an operator to types it works on. Spark applies its rules one after the other until nothing changes; which error
/// a query gets (two different types, or one type that is not taken) follows from that order, so it is kept here.
/// </summary>
internal static class OperandCoercion
{
    /// <summary>The operands with casts in place.</summary>
    /// <exception cref="AnalysisException">They have no type in common, or one that the operator does not take.</exception>
    public static (Expression Left, Expression Right) Coerce(string symbol, OperandRule rule, Expression left, Expression right)
    {
        var (l, r) = Adapt(rule, left, right);
        Check(symbol, rule, l, r);
        return (l, r);
    }

    /// <summary>The operands after all rules, whether they fit then or not.</summary>
    public static (Expression Left, Expression Right) Adapt(OperandRule rule, Expression left, Expression right)
    {
        while (true)
        {
            var (l, r) = Strings(left, right);
            (l, r) = Decimals(rule, l, r);
            (l, r) = Divisions(rule, l, r);
            (l, r) = Tightest(rule, l, r);
            if (ReferenceEquals(l, left) && ReferenceEquals(r, right))
            {
                return (l, r);
            }

            (left, right) = (l, r);
        }
    }

    /// <summary>The type a string takes on next to another operand; null when it stays what it is.</summary>
    public static DataType? StringPromotion(DataType left, DataType right) => (left, right) switch
    {
        (StringType, IntegralType) => SqlTypes.Long,
        (StringType, FractionalType) => SqlTypes.Double,
        (StringType, NullType or StringType) => SqlTypes.String,

        // A string could be any of the interval types.
        (StringType, DayTimeIntervalType or YearMonthIntervalType) => null,
        (StringType, AtomicType) => right,
        (_, StringType) => StringPromotion(right, left),
        _ => null,
    };

    /// <summary>The decimal of a whole number next to a decimal: a constant has just the digits it needs.</summary>
    public static DecimalType DecimalOf(Expression whole) => whole is Literal { Value: short or int or long } literal
        ? SqlTypes.Decimal(
            Int128.Abs(Convert.ToInt64(literal.Value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture).Length, 0)
        : Coercion.DecimalOf((IntegralType)whole.Type);

    private static (Expression Left, Expression Right) Strings(Expression left, Expression right) =>
        StringPromotion(left.Type, right.Type) is { } type ? (Coercion.CastTo(left, type), Coercion.CastTo(right, type)) : (left, right);

    private static (Expression Left, Expression Right) Decimals(OperandRule rule, Expression left, Expression right) => (left.Type, right.Type) switch
    {
        (DecimalType l, DecimalType r) when rule.Compares && !l.Equals(r) => Both(left, right, Coercion.WiderDecimal(l, r)),
        (IntegralType, DecimalType) => (Coercion.CastTo(left, DecimalOf(left)), right),
        (DecimalType, IntegralType) => (left, Coercion.CastTo(right, DecimalOf(right))),
        (FloatType or DoubleType, DecimalType) => (left, Coercion.CastTo(right, SqlTypes.Double)),
        (DecimalType, FloatType or DoubleType) => (Coercion.CastTo(left, SqlTypes.Double), right),
        _ => (left, right),
    };

    private static (Expression Left, Expression Right) Divisions(OperandRule rule, Expression left, Expression right)
    {
        if (rule.NumbersToDouble && left.Type is not (DoubleType or DecimalType) && IsNumberOrNull(left) && IsNumberOrNull(right))
        {
            return Both(left, right, SqlTypes.Double);
        }

        return rule.WholeNumbersToLong ? (WholeToLong(left), WholeToLong(right)) : (left, right);
    }

    private static (Expression Left, Expression Right) Tightest(OperandRule rule, Expression left, Expression right)
    {
        var decimals = left.Type is DecimalType || right.Type is DecimalType;
        if (!left.Type.Equals(right.Type) && (!decimals || left.Type is NullType || right.Type is NullType))
        {
            return TightestType(left.Type, right.Type) is { } common && rule.Accepts(common) ? Both(left, right, common) : (left, right);
        }

        return left.Type is NullType && right.Type is NullType && !rule.Accepts(SqlTypes.Null)
            ? Both(left, right, rule.OfTwoNulls)
            : (left, right);
    }

    /// <summary>The common type without reading strings and without rounding decimals.</summary>
    private static DataType? TightestType(DataType left, DataType right) => (left, right) switch
    {
        (DecimalType d, IntegralType i) => Holds(d, i) ? d : null,
        (IntegralType i, DecimalType d) => Holds(d, i) ? d : null,
        (DecimalType, NumericType) or (NumericType, DecimalType) => left.Equals(right) ? left : null,
        (StringType, not (StringType or NullType)) or (not (StringType or NullType), StringType) => null,
        (ArrayType a, ArrayType b) => TightestType(a.ElementType, b.ElementType) is { } e ? new ArrayType(e, a.ContainsNull || b.ContainsNull) : null,
        (StructType a, StructType b) => TightestStruct(a, b),
        (MapType a, MapType b) => TightestType(a.KeyType, b.KeyType) is { } k && TightestType(a.ValueType, b.ValueType) is { } v
            ? new MapType(k, v, a.ValueContainsNull || b.ValueContainsNull)
            : null,
        _ => Coercion.CommonType(left, right),
    };

    private static StructType? TightestStruct(StructType left, StructType right)
    {
        if (left.Fields.Count != right.Fields.Count)
        {
            return null;
        }

        var fields = new List<StructField>();
        foreach (var (a, b) in left.Fields.Zip(right.Fields))
        {
            if (!a.Name.Equals(b.Name, StringComparison.OrdinalIgnoreCase) || TightestType(a.DataType, b.DataType) is not { } type)
            {
                return null;
            }

            fields.Add(new StructField(a.Name, type, a.IsNullable || b.IsNullable));
        }

        return new StructType(fields);
    }

    private static void Check(string symbol, OperandRule rule, Expression left, Expression right)
    {
        var twoDecimals = left.Type is DecimalType && right.Type is DecimalType && rule.Accepts(left.Type);
        if (!twoDecimals && !Coercion.SameShape(left.Type, right.Type))
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.BINARY_OP_DIFF_TYPES",
                $"The operands of '{symbol}' must have one type, found {left.Type.SimpleString} and {right.Type.SimpleString}. Cast one of them.");
        }

        if (!rule.Accepts(left.Type))
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.BINARY_OP_WRONG_TYPE",
                $"'{symbol}' works on {rule.Wanted}, found {left.Type.SimpleString} on both sides.");
        }

        if (rule.Compares && !Coercion.IsOrderable(left.Type))
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.INVALID_ORDERING_TYPE",
                $"'{symbol}' compares types that have an order, found {left.Type.SimpleString}. A map has none: compare its entries.");
        }
    }

    private static bool Holds(DecimalType type, IntegralType whole) =>
        Coercion.DecimalOf(whole) is var needed && type.Precision - type.Scale >= needed.Precision;

    private static bool IsNumberOrNull(Expression operand) => operand.Type is NumericType or NullType;

    private static Expression WholeToLong(Expression operand) =>
        operand.Type is ByteType or ShortType or IntegerType ? Coercion.CastTo(operand, SqlTypes.Long) : operand;

    private static (Expression Left, Expression Right) Both(Expression left, Expression right, DataType type) =>
        (Coercion.CastTo(left, type), Coercion.CastTo(right, type));
}
