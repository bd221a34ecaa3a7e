using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels;
using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Dates;

/// <summary>Timestamps moved between time zones. The session's own is UTC.</summary>
internal static class TimeZoneFunctions
{
    private static readonly TypeRule Local = Takes.Type(SqlTypes.TimestampNtz);

    private static readonly ResultRule GivesLocal = Returns.Type(SqlTypes.TimestampNtz);

    public static IEnumerable<Function> All =>
    [
        DateFunction.Of(
            "from_utc_timestamp",
            Signature.Of(Returns.Timestamp, Takes.Timestamp, Takes.String),
            Rendering.Kernel(_ => InZone(TimeZones.ToLocal))),
        DateFunction.Of(
            "to_utc_timestamp",
            Signature.Of(Returns.Timestamp, Takes.Timestamp, Takes.String),
            Rendering.Kernel(_ => InZone(TimeZones.ToUtc))),
        DateFunction.Of(
            "convert_timezone",
            Signature.OneOf(Signature.Of(GivesLocal, Takes.String, Local), Signature.Of(GivesLocal, Takes.String, Takes.String, Local)),
            Rendering.Kernel(site => Between(site.Arguments.Count == 3))),
    ];

    private static Kernel InZone(Func<long, TimeZoneInfo, long> move)
    {
        var zones = new TextLookup<TimeZoneInfo>(TimeZones.Find);
        return new Kernel((long micros, string zone) => move(micros, zones.Get(zone)));
    }

    private static Kernel Between(bool hasSource)
    {
        var zones = new TextLookup<TimeZoneInfo>(TimeZones.Find);
        return hasSource
            ? new Kernel((string from, string to, long micros) => TimeZones.ToLocal(TimeZones.ToUtc(micros, zones.Get(from)), zones.Get(to)))
            : new Kernel((string to, long micros) => TimeZones.ToLocal(micros, zones.Get(to)));
    }
}
