using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels;
using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Dates;

/// <summary>Dates, timestamps and intervals made of their fields.</summary>
internal static class DateMakingFunctions
{
    // Six digits after the point: the unscaled value is microseconds.
    private static readonly TypeRule Seconds = Takes.Type(SqlTypes.Decimal(16, 6));

    private static readonly TypeRule IntervalSeconds = Takes.Type(SqlTypes.Decimal(18, 6));

    private static readonly Literal Zero = Literal.Of(0);

    public static IEnumerable<Function> All =>
    [
        DateFunction.Of("make_date", Signature.Of(Returns.Date, Takes.Int, Takes.Int, Takes.Int), Rendering.Kernel(Making.Date)),
        MakeTimestamp("make_timestamp", SqlTypes.Timestamp, true),
        MakeTimestamp("make_timestamp_ltz", SqlTypes.Timestamp, true),
        MakeTimestamp("make_timestamp_ntz", SqlTypes.TimestampNtz, false),
        DateFunction.Of(
            "make_dt_interval",
            Signature.Of(
                Returns.Type(SqlTypes.DayTimeInterval),
                Parameter.Option(Takes.Int, Zero),
                Parameter.Option(Takes.Int, Zero),
                Parameter.Option(Takes.Int, Zero),
                Parameter.Option(IntervalSeconds, new Literal(new Plan.DecimalValue(0, 6), SqlTypes.Decimal(18, 6)))),
            Rendering.Kernel(Making.DayTime)),
        DateFunction.Of(
            "make_ym_interval",
            Signature.Of(Returns.Type(SqlTypes.YearMonthInterval), Parameter.Option(Takes.Int, Zero), Parameter.Option(Takes.Int, Zero)),
            Rendering.Kernel(Making.YearMonth)),
        DateFunction.Of(
            "make_interval",
            Signature.Custom("(years, months, weeks, days, hours, minutes, seconds)", (_, _) => throw new RefusedException(
                "make_interval", "it gives an interval of months and days and time in one, a type that is not kept here; use make_ym_interval or make_dt_interval.")),
            Rendering.Refused("It gives a type that is not kept here.")),
    ];

    private static Function MakeTimestamp(string name, DataType type, bool zoned)
    {
        var local = Signature.Of(Returns.Type(type), Takes.Int, Takes.Int, Takes.Int, Takes.Int, Takes.Int, Seconds);
        var inZone = Signature.Of(Returns.Type(type), Takes.Int, Takes.Int, Takes.Int, Takes.Int, Takes.Int, Seconds, Takes.String);
        return DateFunction.Of(name, zoned ? Signature.OneOf(local, inZone) : local, Rendering.Kernel(site =>
        {
            if (site.Arguments.Count == 6)
            {
                return new Kernel(Making.Timestamp);
            }

            var zones = new TextLookup<TimeZoneInfo>(TimeZones.Find);
            return new Kernel((int year, int month, int day, int hour, int minute, Int128 seconds, string zone) =>
                TimeZones.ToUtc(Making.Timestamp(year, month, day, hour, minute, seconds), zones.Get(zone)));
        }));
    }
}
