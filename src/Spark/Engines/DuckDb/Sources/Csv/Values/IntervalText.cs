using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;

/// <summary>Intervals, as casts read them.</summary>
internal sealed class IntervalText(DayTimeIntervalType? days, YearMonthIntervalType? years)
{
    public bool TryDayTime(ReadOnlySpan<byte> text, out long value)
    {
        var micros = TextToInterval.DayTime(Encoding.UTF8.GetString(text), days!);
        value = micros ?? 0;
        return micros is not null;
    }

    public bool TryYearMonth(ReadOnlySpan<byte> text, out int value)
    {
        var months = TextToInterval.YearMonth(Encoding.UTF8.GetString(text), years!);
        value = months ?? 0;
        return months is not null;
    }
}
