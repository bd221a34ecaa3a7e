namespace SparkEtl.Spark.Catalogue.Kernels.Dates;

/// <summary>Dates (days) and timestamps (microseconds) plus and minus intervals.</summary>
internal static class DatetimeArithmetic
{
    public static int DatePlusMonths(int days, int months)
    {
        try
        {
            return Calendar.AddMonths(days, months);
        }
        catch (OverflowException)
        {
            throw ArithmeticErrors.DatetimeOverflow();
        }
    }

    public static int DateMinusMonths(int days, int months) =>
        months == int.MinValue ? throw ArithmeticErrors.IntervalOverflow() : DatePlusMonths(days, -months);

    public static int DatePlusMicros(int days, long micros) => unchecked(days + (int)(micros / Calendar.MicrosPerDay));

    public static int DateMinusMicros(int days, long micros) => unchecked(days - (int)(micros / Calendar.MicrosPerDay));

    public static long TimestampPlusMonths(long micros, int months)
    {
        try
        {
            return Calendar.AddMonths(micros, months);
        }
        catch (OverflowException)
        {
            throw ArithmeticErrors.DatetimeOverflow();
        }
    }

    public static long TimestampMinusMonths(long micros, int months) =>
        months == int.MinValue ? throw ArithmeticErrors.IntervalOverflow() : TimestampPlusMonths(micros, -months);

    public static long TimestampPlusMicros(long micros, long interval) =>
        Numbers.IntegerArithmetic.Add(micros, interval) ?? throw ArithmeticErrors.DatetimeOverflow();

    public static long TimestampMinusMicros(long micros, long interval) =>
        Numbers.IntegerArithmetic.Subtract(micros, interval) ?? throw ArithmeticErrors.DatetimeOverflow();
}
