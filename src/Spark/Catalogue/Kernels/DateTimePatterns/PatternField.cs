namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>A part of a date and time that a pattern letter stands for.</summary>
internal enum PatternField
{
    Era,
    Year,
    YearOfEra,
    Quarter,
    Month,
    Day,
    DayOfYear,
    DayOfWeek,

    /// <summary>The how manieth day of its run of seven within the month, 1 to 7: the letter F.</summary>
    AlignedDay,
    HalfOfDay,

    /// <summary>0 to 23.</summary>
    Hour,

    /// <summary>1 to 24.</summary>
    ClockHour,

    /// <summary>0 to 11.</summary>
    HourOfHalf,

    /// <summary>1 to 12.</summary>
    ClockHourOfHalf,
    Minute,
    Second,
    Nano,
}
