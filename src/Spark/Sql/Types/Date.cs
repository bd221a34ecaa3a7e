using System.Globalization;

namespace SparkEtl.Spark.Sql.Types;

/// <summary>A day of the proleptic Gregorian calendar, 0001-01-01 to 9999-12-31, without a time and without a zone.</summary>
public class Date
{
    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    private readonly DateOnly day;

    /// <summary>The day of a date and time; its time and its kind are not looked at.</summary>
    /// <param name="dateTime">Any date and time.</param>
    public Date(DateTime dateTime) => day = DateOnly.FromDateTime(dateTime);

    /// <summary>Creates a date.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the number of days of that month.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public Date(int year, int month, int day) => this.day = new DateOnly(year, month, day);

    private Date(DateOnly day) => this.day = day;

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => day.Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => day.Month;

    /// <summary>The day of the month, 1 to 31.</summary>
    public int Day => day.Day;

    /// <summary>Days since 1970-01-01.</summary>
    internal int DaysSinceEpoch => day.DayNumber - EpochDay;

    /// <summary>The date as <c>yyyy-MM-dd</c>.</summary>
    public override string ToString() => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Date other && other.day == day;

    /// <inheritdoc/>
    public override int GetHashCode() => day.GetHashCode();

    /// <summary>Midnight of the day, of unspecified kind.</summary>
    public DateTime ToDateTime() => day.ToDateTime(TimeOnly.MinValue);

    internal static Date Of(DateOnly day) => new(day);

    internal static Date FromDaysSinceEpoch(int days) => new(DateOnly.FromDayNumber(days + EpochDay));

    internal DateOnly ToDateOnly() => day;
}
