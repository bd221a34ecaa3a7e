namespace SparkEtl.Spark.Catalogue.Kernels.Numbers;

/// <summary>Buckets of equal width.</summary>
internal static class Histogram
{
    /// <summary>0 before the first bucket, <paramref name="buckets"/> + 1 after the last; null when the buckets make no sense.</summary>
    public static long? Bucket(double value, double min, double max, long buckets)
    {
        if (buckets is <= 0 or long.MaxValue || double.IsNaN(value) || min == max || !double.IsFinite(min) || !double.IsFinite(max))
        {
            return null;
        }

        var (lower, upper) = (Math.Min(min, max), Math.Max(min, max));
        if (min < max ? value < lower : value > upper)
        {
            return 0;
        }

        if (min < max ? value >= upper : value <= lower)
        {
            return buckets + 1;
        }

        return (long)(buckets * (min < max ? value - lower : upper - value) / (upper - lower)) + 1;
    }
}
