using System.Globalization;

namespace SparkEtl.Spark.Sql.Types;

/// <summary>An instant in UTC with microseconds, 0001-01-01 00:00:00 to 9999-12-31 23:59:59.999999.</summary>
public class Timestamp
{
    private readonly DateTime utc;

    /// <summary>
    /// The instant of a date and time: one of kind Utc or Unspecified is in UTC, one of kind Local is converted to it. What is smaller
    /// than a microsecond is cut off.
    /// </summary>
    /// <param name="dateTime">A date and time.</param>
    public Timestamp(DateTime dateTime)
    {
        var instant = dateTime.Kind == DateTimeKind.Local ? dateTime.ToUniversalTime() : DateTime.SpecifyKind(dateTime, DateTimeKind.Utc);
        utc = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>Creates a timestamp in UTC.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the number of days of that month.</param>
    /// <param name="hour">0 to 23.</param>
    /// <param name="minute">0 to 59.</param>
    /// <param name="second">0 to 59.</param>
    /// <param name="microsecond">0 to 999999.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such instant.</exception>
    public Timestamp(int year, int month, int day, int hour, int minute, int second, int microsecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microsecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(microsecond, 999_999);
        utc = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(microsecond * TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => utc.Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => utc.Month;

    /// <summary>The day of the month, 1 to 31.</summary>
    public int Day => utc.Day;

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour => utc.Hour;

    /// <summary>The minute, 0 to 59.</summary>
    public int Minute => utc.Minute;

    /// <summary>The second, 0 to 59.</summary>
    public int Second => utc.Second;

    /// <summary>The part of the second in microseconds, 0 to 999999.</summary>
    public int Microsecond => (int)(utc.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);

    /// <summary>Microseconds since 1970-01-01 00:00:00 UTC.</summary>
    internal long MicrosecondsSinceEpoch => (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The timestamp as <c>yyyy-MM-dd HH:mm:ss.ffffff</c>.</summary>
    public override string ToString() => utc.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Timestamp other && other.utc == utc;

    /// <inheritdoc/>
    public override int GetHashCode() => utc.GetHashCode();

    /// <summary>The instant as a date and time of kind Utc.</summary>
    public DateTime ToDateTime() => utc;

    internal static Timestamp FromMicrosecondsSinceEpoch(long microseconds) =>
        new(new DateTime(DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc));
}
