using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Dates;

/// <summary>The time a query started, the same wherever it stands in the query.</summary>
internal static class ClockFunctions
{
    private const string Now = "(current_timestamp AT TIME ZONE 'UTC')";

    public static IEnumerable<Function> All =>
    [
        DateFunction.Of("current_timestamp", Signature.Of(Returns.Timestamp.NeverNull()), Rendering.Text(_ => "current_timestamp()"), Rendering.Text(_ => Now), "now"),
        DateFunction.Of("localtimestamp", Signature.Of(Returns.Type(SqlTypes.TimestampNtz).NeverNull()), Rendering.Text(_ => Now)),
        DateFunction.Of("current_date", Signature.Of(Returns.Date.NeverNull()), Rendering.Text(_ => "current_date()"), Rendering.Text(_ => $"CAST({Now} AS DATE)"), "curdate"),
        DateFunction.Of("current_timezone", Signature.Of(Returns.String.NeverNull()), Rendering.Text(_ => "'UTC'")),
    ];
}
