using System.Globalization;
using SparkEtl.Spark.Catalogue.Kernels.Nested;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Aggregates;

/// <summary>Percentiles of values that stand for as many rows as the number beside each says.</summary>
internal static class WeightedPercentile
{
    /// <summary>A function from an array of structs (value, frequency) to the percentile, or an array of them.</summary>
    public static Kernel Make(Seq<double> percentages, DataType result) => result is ArrayType array
        ? new Kernel((object?[] pairs) => Counted(pairs) is { Count: > 0 } counts
            ? percentages.Select(p => Boxed(At(counts, p), array.ElementType)).ToArray()
            : null)
        : new Kernel((object?[] pairs) => Counted(pairs) is { Count: > 0 } counts ? Boxed(At(counts, percentages[0]), result) : null);

    /// <summary>The values in order, each with the number of rows up to and with it.</summary>
    private static List<(double Value, long Until)> Counted(object?[] pairs)
    {
        var counts = new SortedDictionary<object, long>(ValueComparer.Instance);
        foreach (object?[] pair in pairs.OfType<object?[]>())
        {
            if (pair[0] is not { } value || pair[1] is not { } written)
            {
                continue;
            }

            var frequency = Convert.ToInt64(written, CultureInfo.InvariantCulture);
            if (frequency < 0)
            {
                throw new QueryException("_LEGACY_ERROR_TEMP_2013", $"The frequency of percentile must not be negative, found {frequency}.");
            }

            if (frequency > 0)
            {
                counts[value] = counts.GetValueOrDefault(value) + frequency;
            }
        }

        var until = 0L;
        return [.. counts.Select(c => (ToDouble(c.Key), until += c.Value))];
    }

    private static double At(List<(double Value, long Until)> counts, double percentage)
    {
        var position = (counts[^1].Until - 1) * percentage;
        var (lower, higher) = ((long)Math.Floor(position), (long)Math.Ceiling(position));
        var (below, above) = (ValueAt(counts, lower), ValueAt(counts, higher));
        return lower == higher || below.Equals(above) ? below : ((higher - position) * below) + ((position - lower) * above);
    }

    private static double ValueAt(List<(double Value, long Until)> counts, long row) => counts.Find(c => c.Until > row).Value;

    private static object Boxed(double value, DataType type) => type switch
    {
        YearMonthIntervalType => (int)value,
        DayTimeIntervalType => (long)value,
        _ => value,
    };

    private static double ToDouble(object value) => value is DecimalValue d
        ? double.Parse(d.ToString(), CultureInfo.InvariantCulture)
        : Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
