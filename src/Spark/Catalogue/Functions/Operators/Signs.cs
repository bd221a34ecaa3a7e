using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>What operators of one operand take.</summary>
internal static class Signs
{
    /// <summary>A number or an interval; a string or an untyped null becomes a double.</summary>
    public static readonly TypeRule NumberOrInterval = new("a number or an interval", e => e.Type switch
    {
        NumericType or DayTimeIntervalType or YearMonthIntervalType => e.Type,
        StringType or NullType => SqlTypes.Double,
        _ => null,
    });

    /// <summary>A whole number; a string does not become one here.</summary>
    public static readonly TypeRule WholeNumber = new("a whole number", e => e.Type switch
    {
        IntegralType => e.Type,
        NullType => SqlTypes.Integer,
        _ => null,
    });

    public static readonly TypeRule Boolean = new("boolean", e => e.Type is BooleanType or StringType or NullType ? SqlTypes.Boolean : null);

    /// <summary>A double or a float; other numbers and strings become doubles.</summary>
    public static readonly TypeRule Fraction = new("double or float", e => e.Type switch
    {
        FloatType => e.Type,
        NumericType or StringType or NullType => SqlTypes.Double,
        _ => null,
    });
}
