using SparkEtl.Spark.Catalogue.Kernels.Dates;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>A timestamp taken apart for writing.</summary>
internal readonly struct PatternMoment
{
    private readonly int days;
    private readonly CalendarDay day;
    private readonly long microsOfDay;

    public PatternMoment(long micros)
    {
        days = Calendar.DaysSinceEpoch(micros);
        day = Calendar.DayOf(days);
        microsOfDay = micros - (days * Calendar.MicrosPerDay);
    }

    public long this[PatternField field] => field switch
    {
        PatternField.Era => day.Year > 0 ? 1 : 0,
        PatternField.Year => day.Year,
        PatternField.YearOfEra => day.Year > 0 ? day.Year : 1 - day.Year,
        PatternField.Quarter => ((day.Month - 1) / 3) + 1,
        PatternField.Month => day.Month,
        PatternField.Day => day.Day,
        PatternField.DayOfYear => Calendar.DayOfYear(days),
        PatternField.DayOfWeek => Calendar.IsoDayOfWeek(days),
        PatternField.AlignedDay => ((day.Day - 1) % 7) + 1,
        PatternField.HalfOfDay => Hour / 12,
        PatternField.Hour => Hour,
        PatternField.ClockHour => Hour == 0 ? 24 : Hour,
        PatternField.HourOfHalf => Hour % 12,
        PatternField.ClockHourOfHalf => Hour % 12 == 0 ? 12 : Hour % 12,
        PatternField.Minute => microsOfDay / Calendar.MicrosPerMinute % 60,
        PatternField.Second => microsOfDay / Calendar.MicrosPerSecond % 60,
        _ => microsOfDay % Calendar.MicrosPerSecond * 1000,
    };

    private long Hour => microsOfDay / Calendar.MicrosPerHour;
}
