using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Dates;

/// <summary>A unit of timestampadd and timestampdiff: so many microseconds, or so many months.</summary>
internal readonly record struct DatetimeUnit(long Micros, int Months)
{
    /// <summary>The unit of that name, in any case.</summary>
    /// <exception cref="AnalysisException">There is no such unit.</exception>
    public static DatetimeUnit Of(string function, string name) => name.ToUpperInvariant() switch
    {
        "MICROSECOND" => new(1, 0),
        "MILLISECOND" => new(1000, 0),
        "SECOND" => new(Calendar.MicrosPerSecond, 0),
        "MINUTE" => new(Calendar.MicrosPerMinute, 0),
        "HOUR" => new(Calendar.MicrosPerHour, 0),
        "DAY" or "DAYOFYEAR" => new(Calendar.MicrosPerDay, 0),
        "WEEK" => new(7 * Calendar.MicrosPerDay, 0),
        "MONTH" => new(0, 1),
        "QUARTER" => new(0, 3),
        "YEAR" => new(0, 12),
        _ => throw new AnalysisException(
            "INVALID_PARAMETER_VALUE.DATETIME_UNIT",
            $"The unit '{name}' of {function} is none of YEAR, QUARTER, MONTH, WEEK, DAY, DAYOFYEAR, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND."),
    };

    public long Add(long amount, long micros)
    {
        try
        {
            return Months == 0 ? checked(micros + (amount * Micros)) : Calendar.AddMonths(micros, checked((int)(amount * Months)));
        }
        catch (OverflowException)
        {
            throw ArithmeticErrors.DatetimeOverflow();
        }
    }

    /// <summary>Whole units from one to the other, towards zero.</summary>
    public long Between(long start, long end) =>
        Months == 0 ? (long)(((Int128)end - start) / Micros) : MonthArithmetic.WholeBetween(start, end) / Months;
}
