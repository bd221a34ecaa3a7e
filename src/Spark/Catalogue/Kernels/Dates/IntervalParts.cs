namespace SparkEtl.Spark.Catalogue.Kernels.Dates;

/// <summary>The fields of intervals; each has the sign of the interval.</summary>
internal static class IntervalParts
{
    public static int Years(int months) => months / 12;

    public static sbyte Months(int months) => (sbyte)(months % 12);

    public static int Days(long micros) => (int)(micros / Calendar.MicrosPerDay);

    public static sbyte Hours(long micros) => (sbyte)(micros % Calendar.MicrosPerDay / Calendar.MicrosPerHour);

    public static sbyte Minutes(long micros) => (sbyte)(micros % Calendar.MicrosPerHour / Calendar.MicrosPerMinute);

    /// <summary>With six digits after the point.</summary>
    public static Int128 Seconds(long micros) => micros % Calendar.MicrosPerMinute;
}
