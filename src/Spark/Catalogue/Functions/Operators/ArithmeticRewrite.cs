using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Catalogue.Kernels.Numbers;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>How the embedded engine computes an arithmetic operator: its own operator where that means the same, a kernel elsewhere.</summary>
internal static class ArithmeticRewrite
{
    private static readonly Function DatePlusMonths = Primitive.Kernel("date_plus_months", DatetimeArithmetic.DatePlusMonths);
    private static readonly Function DateMinusMonths = Primitive.Kernel("date_minus_months", DatetimeArithmetic.DateMinusMonths);
    private static readonly Function DatePlusMicros = Primitive.Kernel("date_plus_micros", DatetimeArithmetic.DatePlusMicros);
    private static readonly Function DateMinusMicros = Primitive.Kernel("date_minus_micros", DatetimeArithmetic.DateMinusMicros);
    private static readonly Function TimestampPlusMonths = Primitive.Kernel("timestamp_plus_months", DatetimeArithmetic.TimestampPlusMonths);
    private static readonly Function TimestampMinusMonths = Primitive.Kernel("timestamp_minus_months", DatetimeArithmetic.TimestampMinusMonths);
    private static readonly Function TimestampPlusMicros = Primitive.Kernel("timestamp_plus_micros", DatetimeArithmetic.TimestampPlusMicros);
    private static readonly Function TimestampMinusMicros = Primitive.Kernel("timestamp_minus_micros", DatetimeArithmetic.TimestampMinusMicros);
    private static readonly Function DatePlusDays = Primitive.Of("date_plus_days", Rendering.Template("({0} + CAST({1} AS INTEGER))"));
    private static readonly Function DateMinusDays = Primitive.Of("date_minus_days", Rendering.Template("({0} - CAST({1} AS INTEGER))"));
    private static readonly Function DateMinusDate = Primitive.Of("date_minus_date", Rendering.Template("(CAST({0} - {1} AS BIGINT) * 86400000000)"));
    private static readonly Function TimestampMinusTimestamp =
        Primitive.Kernel("timestamp_minus_timestamp", DatetimeArithmetic.TimestampMinusMicros);

    /// <summary>The rewriting of one operator.</summary>
    public static Rendering For(ArithmeticOperation operation, bool orNull = false)
    {
        // Kernels are known to the engine by name and types: what may give null is another one.
        var name = orNull ? $"try {operation.Symbol}" : operation.Symbol;
        var native = Primitive.Of($"native {operation.Symbol}", Rendering.Template($"({{0}} {operation.Symbol} {{1}})"));
        var decimals = Primitive.Of(
            $"native decimal {operation.Symbol}",
            Rendering.Template($"CAST(CAST({{0}} AS {{type}}) {operation.Symbol} CAST({{1}} AS {{type}}) AS {{type}})"));
        var kernel = Primitive.Of(
            $"kernel {name}", Rendering.Kernel(site => ArithmeticKernels.Make(operation.Symbol, site, orNull)));
        var scaled = Primitive.Of(
            $"interval {name}",
            Rendering.Kernel(site => IntervalArithmetic.Make(operation.Symbol == "/", site, IsNumber(site.Arguments[0]), orNull)));
        return Rendering.Rewrite((arguments, type) =>
        {
            var (left, right) = (arguments[0], arguments[1]);
            if (type is DateType or TimestampType or TimestampNtzType or StringType || IsMoment(right.Type))
            {
                return operation.Symbol == "+" && IsInterval(left.Type, right.Type)
                    ? Shift(right, left, type, true)
                    : Shift(left, right, type, operation.Symbol == "+");
            }

            if (type is DayTimeIntervalType or YearMonthIntervalType && operation.Symbol is "*" or "/")
            {
                return scaled.CallOrNull(type, left, right);
            }

            return (orNull, left.Type) switch
            {
                (false, DecimalType) when FitsWithoutRounding(left.Type, right.Type, operation) => decimals.CallOrNull(type, left, right),
                (false, IntegralType) when operation.Symbol is "+" or "-" or "*" => native.CallOrNull(type, left, right),
                (false, FractionalType and not DecimalType) when operation.Symbol is "+" or "-" or "*" => native.CallOrNull(type, left, right),
                _ => kernel.CallOrNull(type, left, right),
            };
        });
    }

    private static Expression Shift(Expression moment, Expression by, DataType type, bool forward) => (moment.Type, by.Type) switch
    {
        (StringType, _) => Coercion.CastTo(Shift(Coercion.CastTo(moment, SqlTypes.Timestamp), by, SqlTypes.Timestamp, forward), type),
        (DateType, DayTimeIntervalType) when type is not DateType => Shift(Coercion.CastTo(moment, type), by, type, forward),
        (DateType, DayTimeIntervalType) => (forward ? DatePlusMicros : DateMinusMicros).CallOrNull(type, moment, by),
        (DateType, YearMonthIntervalType) => (forward ? DatePlusMonths : DateMinusMonths).CallOrNull(type, moment, by),
        (_, YearMonthIntervalType) => (forward ? TimestampPlusMonths : TimestampMinusMonths).CallOrNull(type, moment, by),
        (_, DayTimeIntervalType) => (forward ? TimestampPlusMicros : TimestampMinusMicros).CallOrNull(type, moment, by),
        (DateType, DateType) => DateMinusDate.CallOrNull(type, moment, by),
        (DateType, _) => (forward ? DatePlusDays : DateMinusDays).CallOrNull(type, moment, by),
        (_, DateType) => DatePlusDays.CallOrNull(type, by, moment),
        _ => TimestampMinusTimestamp.CallOrNull(type, moment, by),
    };

    // DuckDB adds decimals exactly when both have the type of the sum; Spark's type holds the sum unless 38 digits are not enough.
    private static bool FitsWithoutRounding(DataType left, DataType right, ArithmeticOperation operation) =>
        operation.Symbol is "+" or "-" && left is DecimalType l && right is DecimalType r
        && Math.Max(l.Precision - l.Scale, r.Precision - r.Scale) + Math.Max(l.Scale, r.Scale) + 1 <= DecimalType.MaxPrecision;

    private static bool IsMoment(DataType type) => type is DateType or TimestampType or TimestampNtzType;

    private static bool IsNumber(DataType type) => type is NumericType;

    private static bool IsInterval(DataType left, DataType right) =>
        left is DayTimeIntervalType or YearMonthIntervalType && right is not (DayTimeIntervalType or YearMonthIntervalType);
}
