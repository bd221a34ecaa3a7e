using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>
/// What <c>+ - * /</c> mean when an operand is a date, a timestamp or an interval. The cases are tried in Spark's order, because that decides
/// which error an impossible pair gets.
/// </summary>
internal static class DatetimeOperands
{
    private static readonly DayTimeIntervalType Days = new(0, 0);

    /// <summary>The operands and result, or null when the operator means plain arithmetic.</summary>
    /// <exception cref="AnalysisException">One operand is a date, a timestamp or an interval, and the other does not go with it.</exception>
    /// <exception cref="RefusedException">An untyped null stands next to a date or timestamp: Spark's versions disagree on its meaning.</exception>
    public static Resolution? Resolve(ArithmeticOperation operation, Expression left, Expression right) => operation.Symbol switch
    {
        "+" => Sum(left, right),
        "-" => Difference(left, right),
        "*" => Product(left, right),
        "/" => Quotient(left, right),
        _ => null,
    };

    private static Resolution? Sum(Expression left, Expression right)
    {
        RefuseUntypedNull("+", left, right);
        return (left.Type, right.Type) switch
        {
            (DateType, DayTimeIntervalType i) => Of(left, right, i.Equals(Days) ? SqlTypes.Date : SqlTypes.Timestamp),
            (DayTimeIntervalType i, DateType) => Of(left, right, i.Equals(Days) ? SqlTypes.Date : SqlTypes.Timestamp),
            (DateType or TimestampType or TimestampNtzType, YearMonthIntervalType) => Of(left, right, left.Type),
            (YearMonthIntervalType, DateType or TimestampType or TimestampNtzType) => Of(left, right, right.Type),
            (DayTimeIntervalType, DayTimeIntervalType) => null,
            (NullType, DayTimeIntervalType or YearMonthIntervalType) => Intervals(Coercion.CastTo(left, right.Type), right),
            (DayTimeIntervalType or YearMonthIntervalType, NullType) => Intervals(left, Coercion.CastTo(right, left.Type)),
            (_, DayTimeIntervalType) => Shifted("+", left, right, left, 0),
            (DayTimeIntervalType, _) => Shifted("+", left, right, right, 1),
            (DateType, not StringType) => DatePlusDays("+", left, right, right, 1),
            (not StringType, DateType) => DatePlusDays("+", left, right, left, 0),
            _ => null,
        };
    }

    private static Resolution? Difference(Expression left, Expression right)
    {
        RefuseUntypedNull("-", left, right);
        return (left.Type, right.Type) switch
        {
            (DateType, DayTimeIntervalType i) => Of(left, right, i.Equals(Days) ? SqlTypes.Date : SqlTypes.Timestamp),
            (DateType or TimestampType or TimestampNtzType, YearMonthIntervalType) => Of(left, right, left.Type),
            (DayTimeIntervalType, DayTimeIntervalType) => null,
            (NullType, DayTimeIntervalType or YearMonthIntervalType) => Intervals(Coercion.CastTo(left, right.Type), right),
            (DayTimeIntervalType or YearMonthIntervalType, NullType) => Intervals(left, Coercion.CastTo(right, left.Type)),
            (_, DayTimeIntervalType) => Shifted("-", left, right, left, 0),
            (TimestampType or TimestampNtzType, _) or (_, TimestampType or TimestampNtzType) => TimestampDifference(left, right),
            (_, DateType) => DateDifference(left, right),
            (DateType, not StringType) => DatePlusDays("-", left, right, right, 1),
            _ => null,
        };
    }

    private static Resolution? Product(Expression left, Expression right) => (left.Type, right.Type) switch
    {
        (YearMonthIntervalType, _) => Scaled("*", left, right, right, 1, SqlTypes.YearMonthInterval),
        (_, YearMonthIntervalType) => Scaled("*", left, right, left, 0, SqlTypes.YearMonthInterval),
        (DayTimeIntervalType, _) => Scaled("*", left, right, right, 1, SqlTypes.DayTimeInterval),
        (_, DayTimeIntervalType) => Scaled("*", left, right, left, 0, SqlTypes.DayTimeInterval),
        _ => null,
    };

    private static Resolution? Quotient(Expression left, Expression right) => left.Type switch
    {
        YearMonthIntervalType => Scaled("/", left, right, right, 1, SqlTypes.YearMonthInterval),
        DayTimeIntervalType => Scaled("/", left, right, right, 1, SqlTypes.DayTimeInterval),
        _ => null,
    };

    private static Resolution Intervals(Expression left, Expression right) => Of(left, right, left.Type);

    // A string stays a string: it is read as a timestamp, shifted, and written again.
    private static Resolution Shifted(string symbol, Expression left, Expression right, Expression moment, int index) =>
        moment.Type is TimestampType or TimestampNtzType or StringType
            ? Of(left, right, moment.Type)
            : throw Signature.WrongType(symbol, index, "timestamp", moment);

    private static Resolution DatePlusDays(string symbol, Expression left, Expression right, Expression days, int index) =>
        days.Type is ByteType or ShortType or IntegerType
            ? Of(left, right, SqlTypes.Date)
            : throw Signature.WrongType(symbol, index, "int", days);

    private static Resolution DateDifference(Expression left, Expression right) => left.Type switch
    {
        DateType => Of(left, right, Days),
        StringType => Of(Coercion.CastTo(left, SqlTypes.Date), right, Days),
        _ => throw Signature.WrongType("-", 0, "date", left),
    };

    private static Resolution TimestampDifference(Expression left, Expression right)
    {
        for (var index = 0; index < 2; index++)
        {
            var operand = index == 0 ? left : right;
            if (operand.Type is not (TimestampType or TimestampNtzType or DateType or StringType))
            {
                throw Signature.WrongType("-", index, "timestamp", operand);
            }
        }

        var type = (left.Type, right.Type) switch
        {
            (TimestampType or TimestampNtzType, DateType or StringType) => left.Type,
            (DateType or StringType, _) => right.Type,
            _ => left.Type.Equals(right.Type) ? left.Type : SqlTypes.TimestampNtz,
        };
        return Of(Coercion.CastTo(left, type), Coercion.CastTo(right, type), SqlTypes.DayTimeInterval);
    }

    private static Resolution Scaled(string symbol, Expression left, Expression right, Expression factor, int index, DataType type)
    {
        var number = factor.Type switch
        {
            NumericType => factor,
            StringType or NullType => Coercion.CastTo(factor, SqlTypes.Double),
            _ => throw Signature.WrongType(symbol, index, "numeric", factor),
        };
        return index == 0 ? Of(number, right, type) : Of(left, number, type);
    }

    private static Resolution Of(Expression left, Expression right, DataType type) =>
        new([left, right], type, left.Nullable || right.Nullable);

    private static void RefuseUntypedNull(string symbol, Expression left, Expression right)
    {
        var other = left.Type is NullType ? right : right.Type is NullType ? left : null;
        if (other?.Type is DateType or TimestampType or TimestampNtzType)
        {
            throw new RefusedException(
                $"'{symbol}' of a {other.Type.SimpleString} and an untyped null",
                "Spark 3.5 and 4 give it different types; write CAST(NULL AS ...) with the type that is meant.");
        }
    }
}
