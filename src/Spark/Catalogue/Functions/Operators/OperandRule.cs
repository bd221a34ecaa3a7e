using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>Which operands an operator takes, and which of Spark's extra coercions it has.</summary>
/// <param name="Wanted">The operands' type in words, for errors.</param>
/// <param name="Accepts">Whether it works on that type.</param>
/// <param name="OfTwoNulls">What two untyped nulls become.</param>
internal sealed record OperandRule(string Wanted, Func<DataType, bool> Accepts, DataType OfTwoNulls)
{
    public static readonly OperandRule Additive = new("a number or an interval", t => t is NumericType || IsInterval(t), SqlTypes.Double);

    public static readonly OperandRule Numeric = new("a number", t => t is NumericType, SqlTypes.Double);

    public static readonly OperandRule Division = new("a double or a decimal", t => t is DoubleType or DecimalType, SqlTypes.Double)
    {
        NumbersToDouble = true,
    };

    public static readonly OperandRule IntegralDivision = new("a bigint, a decimal or an interval", t => t is LongType or DecimalType || IsInterval(t), SqlTypes.Long)
    {
        WholeNumbersToLong = true,
    };

    public static readonly OperandRule Bits = new("a whole number", t => t is IntegralType, SqlTypes.Integer);

    public static readonly OperandRule Logic = new("a boolean", t => t is BooleanType, SqlTypes.Boolean);

    public static readonly OperandRule Comparison = new("any type", _ => true, SqlTypes.Null) { Compares = true };

    /// <summary>Both operands become doubles unless they are decimals: <c>/</c>.</summary>
    public bool NumbersToDouble { get; private init; }

    /// <summary>tinyint, smallint and int become bigint: <c>div</c>.</summary>
    public bool WholeNumbersToLong { get; private init; }

    /// <summary>Decimals are brought to one precision and scale, and the type must have an order.</summary>
    public bool Compares { get; private init; }

    private static bool IsInterval(DataType type) => type is DayTimeIntervalType or YearMonthIntervalType;
}
