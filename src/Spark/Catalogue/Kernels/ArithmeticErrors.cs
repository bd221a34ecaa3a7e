using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels;

/// <summary>The errors of computing with numbers, in Spark's classes.</summary>
internal static class ArithmeticErrors
{
    public static QueryException DivideByZero() =>
        new("DIVIDE_BY_ZERO", "Division by zero. Use try_divide, or nullif(divisor, 0), where null is the wanted answer.");

    public static QueryException Overflow(string type) =>
        new("ARITHMETIC_OVERFLOW", $"The result does not fit {type}. Cast an operand to a wider type, or use the try_ function for null.");

    public static QueryException OutOfRange(DecimalType type) =>
        new(
            "NUMERIC_VALUE_OUT_OF_RANGE",
            $"The result does not fit {type.SimpleString}. Cast an operand to fewer digits after the point, or use the try_ function for null.");

    public static QueryException IntervalOverflow() =>
        new("INTERVAL_ARITHMETIC_OVERFLOW", "The interval does not fit: day-time intervals hold 64 bits of microseconds, year-month intervals 32 bits of months.");

    public static QueryException IntervalDivideByZero() =>
        new("INTERVAL_DIVIDED_BY_ZERO", "Division of an interval by zero. Use try_divide where null is the wanted answer.");

    public static QueryException DatetimeOverflow() =>
        new("DATETIME_OVERFLOW", "The date or timestamp is outside of what can be kept.");
}
