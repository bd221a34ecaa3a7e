using SparkEtl.Spark.Catalogue;

namespace SparkEtl.Spark.Tests.Catalogue;

/// <summary>Functions whose answers are not the same from engine to engine by their nature, each with the reason.</summary>
internal static class NotCompared
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["approx_count_distinct"] = "an estimate",
        ["approx_percentile"] = "an estimate",
        ["percentile_approx"] = "an estimate",
        ["histogram_numeric"] = "an estimate",
        ["current_catalog"] = "names the engine's own",
        ["current_database"] = "names the engine's own",
        ["current_schema"] = "names the engine's own",
        ["current_date"] = "of the moment",
        ["current_timestamp"] = "of the moment",
        ["localtimestamp"] = "of the moment",
        ["current_user"] = "of the machine",
        ["grouping"] = "a part of GROUP BY",
        ["grouping_id"] = "a part of GROUP BY",
        ["make_interval"] = "refused while planning: an interval of months and days at once has no type here",
        ["mode"] = "which of several that are as frequent is not said",
        ["sentences"] = "words are told by Java's tables",
        ["window"] = "the embedded engine keeps rows without a time, as docs/functions.md says",
        ["window_time"] = "a part of window",
        ["version"] = "names the engine's own",
    };

    public static string? Reason(Function function) =>
        function.Name.StartsWith('$') ? "a part of another function"
        : !function.Deterministic ? "random, or of the moment"
        : function.OrderDependent ? "depends on an order that nobody gives"
        : Reasons.GetValueOrDefault(function.Name);
}
