using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Dates;

/// <summary>Dates and timestamps as counts since 1970-01-01 00:00:00 UTC.</summary>
internal static class UnixTimeFunctions
{
    // bigint of any whole number; no other number, and no string.
    private static readonly TypeRule Whole = new("a whole number", e => e.Type is IntegralType or NullType ? SqlTypes.Long : null);

    private static readonly TypeRule Seconds = new("a number", e => e.Type is IntegralType or NullType ? SqlTypes.Long : Takes.Number.Coerce(e));

    public static IEnumerable<Function> All =>
    [
        DateFunction.Of("timestamp_seconds", Signature.Of(Returns.Timestamp.MaybeNull(), Seconds), Rendering.Kernel(site => UnixTime.FromSeconds(site.Arguments[0]))),
        DateFunction.Of("timestamp_millis", Signature.Of(Returns.Timestamp, Whole), Rendering.Kernel(UnixTime.FromMillis)),
        DateFunction.Of("timestamp_micros", Signature.Of(Returns.Timestamp, Whole), Rendering.Kernel((long micros) => micros)),
        DateFunction.Of("unix_seconds", Signature.Of(Returns.Long, Takes.Timestamp), Rendering.Kernel(UnixTime.Seconds)),
        DateFunction.Of("unix_millis", Signature.Of(Returns.Long, Takes.Timestamp), Rendering.Kernel(UnixTime.Millis)),
        DateFunction.Of("unix_micros", Signature.Of(Returns.Long, Takes.Timestamp), Rendering.Native("epoch_us")),
        DateFunction.Of("unix_date", Signature.Of(Returns.Int, Takes.Date), Rendering.Template("CAST({0} - DATE '1970-01-01' AS INTEGER)")),
        DateFunction.Of("date_from_unix_date", Signature.Of(Returns.Date, Takes.Int), Rendering.Template("(DATE '1970-01-01' + {0})")),
    ];
}
