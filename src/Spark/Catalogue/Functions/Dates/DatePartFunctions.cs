using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Dates;

/// <summary>The fields of dates, timestamps and intervals.</summary>
internal static class DatePartFunctions
{
    private static readonly DecimalType Seconds = SqlTypes.Decimal(8, 6);

    private static readonly Function YearOfWeek = Primitive.Of("isoyear", Rendering.NativeCast("isoyear"));
    private static readonly Function IsoWeekday = Primitive.Of("isodow", Rendering.NativeCast("isodow"));
    private static readonly Function SecondsOfTimestamp = Primitive.Kernel("seconds of minute", (long micros) => (Int128)(Calendar.MicrosOfDay(micros) % Calendar.MicrosPerMinute));
    private static readonly Function IntervalYears = Primitive.Kernel("interval years", IntervalParts.Years);
    private static readonly Function IntervalMonths = Primitive.Kernel("interval months", IntervalParts.Months);
    private static readonly Function IntervalDays = Primitive.Kernel("interval days", IntervalParts.Days);
    private static readonly Function IntervalHours = Primitive.Kernel("interval hours", IntervalParts.Hours);
    private static readonly Function IntervalMinutes = Primitive.Kernel("interval minutes", IntervalParts.Minutes);
    private static readonly Function IntervalSeconds = Primitive.Kernel("interval seconds", IntervalParts.Seconds);

    public static IEnumerable<Function> All =>
    [
        OfDate("year", Rendering.NativeCast("year")),
        OfDate("quarter", Rendering.NativeCast("quarter")),
        OfDate("month", Rendering.NativeCast("month")),
        OfDate("day", Rendering.NativeCast("day"), "dayofmonth"),
        OfDate("dayofyear", Rendering.NativeCast("dayofyear")),
        OfDate("weekofyear", Rendering.NativeCast("weekofyear")),

        // Spark counts from Sunday 1, or from Monday 0.
        OfDate("dayofweek", Rendering.Template("CAST(dayofweek({0}) + 1 AS INTEGER)")),
        OfDate("weekday", Rendering.Template("CAST(isodow({0}) - 1 AS INTEGER)")),
        OfTime("hour"),
        OfTime("minute"),
        OfTime("second"),
        DateFunction.Of("date_part", Signature.Custom("(constant field, date, timestamp or interval)", Resolve), Rendering.Rewrite(Extract), "datepart", "extract"),
    ];

    private static Function OfDate(string name, Rendering duckDb, params string[] aliases) =>
        DateFunction.Of(name, Signature.Of(Returns.Int, Takes.Date), duckDb, aliases);

    private static Function OfTime(string name) =>
        DateFunction.Of(name, Signature.Of(Returns.Int, Takes.AnyTimestamp), Rendering.NativeCast(name));

    private static Resolution Resolve(string function, Seq<Expression> arguments)
    {
        if (arguments.Count != 2)
        {
            throw Signature.WrongCount(function, "a field and a source", arguments.Count);
        }

        if (!Constants.TryText(arguments[0], out var field))
        {
            throw Constants.NotConstant(function, 0, "the name of a field");
        }

        if (field is null)
        {
            return new Resolution([Literal.Null(SqlTypes.String), arguments[1]], SqlTypes.Double, true);
        }

        var part = Extract(function, field, arguments[1]);
        return new Resolution([Literal.Of(field), part is Call { Arguments: [var source] } ? source : arguments[1]], part.Type, part.Nullable || arguments[1].Nullable);
    }

    private static Expression Extract(Seq<Expression> arguments, DataType type) =>
        ((Literal)arguments[0]).Value is string field ? Extract("date_part", field, arguments[1]) : Literal.Null(type);

    private static Expression Extract(string function, string field, Expression source) => source.Type switch
    {
        YearMonthIntervalType => Canonical(field) switch
        {
            "YEAR" => IntervalYears.Call(SqlTypes.Integer, source),
            "MONTH" => IntervalMonths.Call(SqlTypes.Byte, source),
            _ => throw Invalid(function, field, source),
        },
        DayTimeIntervalType => Canonical(field) switch
        {
            "DAY" => IntervalDays.Call(SqlTypes.Integer, source),
            "HOUR" => IntervalHours.Call(SqlTypes.Byte, source),
            "MINUTE" => IntervalMinutes.Call(SqlTypes.Byte, source),
            "SECOND" => IntervalSeconds.CallOrNull(Seconds, source),
            _ => throw Invalid(function, field, source),
        },
        _ => Canonical(field) switch
        {
            "YEAR" => Named("year", source),
            "YEAROFWEEK" => YearOfWeek.Call(SqlTypes.Integer, AsDate(function, source)),
            "QUARTER" => Named("quarter", source),
            "MONTH" => Named("month", source),
            "WEEK" => Named("weekofyear", source),
            "DAY" => Named("day", source),
            "DAYOFWEEK" => Named("dayofweek", source),
            "DAYOFWEEK_ISO" => IsoWeekday.Call(SqlTypes.Integer, AsDate(function, source)),
            "DOY" => Named("dayofyear", source),
            "HOUR" => Named("hour", source),
            "MINUTE" => Named("minute", source),
            "SECOND" => SecondsOfTimestamp.CallOrNull(
                Seconds,
                Coercion.CastTo(source, Takes.AnyTimestamp.Coerce(source) ?? throw Signature.WrongType(function, 1, "timestamp", source))),
            _ => throw Invalid(function, field, source),
        },
    };

    private static string Canonical(string field) => field.ToUpperInvariant() switch
    {
        "Y" or "YEARS" or "YR" or "YRS" => "YEAR",
        "QTR" => "QUARTER",
        "MON" or "MONS" or "MONTHS" => "MONTH",
        "W" or "WEEKS" => "WEEK",
        "D" or "DAYS" => "DAY",
        "DOW" => "DAYOFWEEK",
        "DOW_ISO" => "DAYOFWEEK_ISO",
        "H" or "HOURS" or "HR" or "HRS" => "HOUR",
        "M" or "MIN" or "MINS" or "MINUTES" => "MINUTE",
        "S" or "SEC" or "SECONDS" or "SECS" => "SECOND",
        var other => other,
    };

    private static Call Named(string name, Expression source)
    {
        var function = FunctionCatalogue.Get(name);
        var resolution = function.Signature.Resolve(name, [source]);
        return new Call(function, resolution.Arguments, resolution.Type, resolution.Nullable);
    }

    private static Expression AsDate(string function, Expression source) =>
        Coercion.CastTo(source, Takes.Date.Coerce(source) ?? throw Signature.WrongType(function, 1, "date", source));

    private static AnalysisException Invalid(string function, string field, Expression source) =>
        new("INVALID_EXTRACT_FIELD", $"There is no field '{field}' in a {source.Type.SimpleString} that {function} could give.");
}
