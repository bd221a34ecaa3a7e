using System.Globalization;
using System.Text;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Intervals as text: <c>INTERVAL '1 02:03:04.5' DAY TO SECOND</c>, <c>INTERVAL '-1-2' YEAR TO MONTH</c>.</summary>
internal static class IntervalText
{
    private static readonly char[] Separators = [' ', ':', ':'];

    public static string Of(long micros, DayTimeIntervalType type)
    {
        var rest = micros < 0 ? (ulong)-(micros + 1) + 1 : (ulong)micros;
        var text = new StringBuilder("INTERVAL '").Append(micros < 0 ? "-" : string.Empty);
        for (var field = type.Start; field <= type.End; field++)
        {
            var unit = (ulong)IntervalFields.MicrosOf(field);
            if (field > type.Start)
            {
                text.Append(Separators[field - 1]);
            }

            // Every field but days has two digits at least, the first one too.
            text.Append((rest / unit).ToString(field == 0 ? "0" : "00", CultureInfo.InvariantCulture));
            rest %= unit;
        }

        if (type.End == 3 && rest > 0)
        {
            text.Append('.').Append(rest.ToString("000000", CultureInfo.InvariantCulture).TrimEnd('0'));
        }

        return text.Append("' ").Append(IntervalFields.DayTimeName(type.Start, type.End)).ToString();
    }

    public static string Of(int months, YearMonthIntervalType type)
    {
        var magnitude = Math.Abs((long)months);
        var sign = months < 0 ? "-" : string.Empty;
        var text = (type.Start, type.End) switch
        {
            (0, 0) => $"{magnitude / IntervalFields.MonthsPerYear}",
            (1, 1) => $"{magnitude}",
            _ => $"{magnitude / IntervalFields.MonthsPerYear}-{magnitude % IntervalFields.MonthsPerYear}",
        };
        return $"INTERVAL '{sign}{text}' {IntervalFields.YearMonthName(type.Start, type.End)}";
    }
}
