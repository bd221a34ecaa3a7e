using SparkEtl.Spark.Catalogue.Kernels.Dates;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>What was read of a text, put together to a timestamp at the end. What is missing is taken from 1970-01-01 00:00:00.</summary>
internal sealed class ParsedFields
{
    private long[] values = new long[(int)PatternField.Nano + 1];
    private int present;
    private TimeZoneInfo? zone;
    private TimeSpan? offset;

    /// <summary>Keeps a field; false when it was read before with another value.</summary>
    public bool Set(PatternField field, long value)
    {
        if (Get(field) is { } before)
        {
            return before == value;
        }

        values[(int)field] = value;
        present |= 1 << (int)field;
        return true;
    }

    public bool SetZone(TimeSpan fixedOffset)
    {
        if (offset is { } before)
        {
            return before == fixedOffset;
        }

        offset = fixedOffset;
        return true;
    }

    public bool SetZone(TimeZoneInfo region)
    {
        zone ??= region;
        return zone == region;
    }

    public ParsedFields Copy() => new() { values = [.. values], present = present, zone = zone, offset = offset };

    public void Take(ParsedFields other) => (values, present, zone, offset) = (other.values, other.present, other.zone, other.offset);

    /// <summary>The timestamp in microseconds; null when the fields make none. <paramref name="ignoreZone"/> keeps the local time as it was read.</summary>
    public long? Timestamp(bool ignoreZone)
    {
        if (Date() is not { } days || TimeOfDay() is not { } time)
        {
            return null;
        }

        var local = (days * Calendar.MicrosPerDay) + time;
        return ignoreZone ? local
            : zone is not null ? TimeZones.ToUtc(local, zone)
            : local - ((offset?.Ticks ?? 0) / TimeSpan.TicksPerMicrosecond);
    }

    private int? Date()
    {
        if (YearOrNull() is not (true, var year))
        {
            return null;
        }

        var (month, day, dayOfYear) = (Get(PatternField.Month), Get(PatternField.Day), Get(PatternField.DayOfYear));
        if (year is not null && dayOfYear is { } ordinal && (month is null || day is null))
        {
            var first = Calendar.DaysOf((int)year, 1, 1);
            var found = ordinal >= 1 && ordinal <= (Calendar.IsLeapYear((int)year) ? 366 : 365) ? first + (int)ordinal - 1 : (int?)null;
            return found is { } days && Agrees(Calendar.DayOf(days), month, day) ? days : null;
        }

        var (y, m, d) = (year ?? 1970, month ?? 1, day ?? 1);
        if (m is < 1 or > 12 || d is < 1 or > 31 || !Calendar.Exists((int)y, (int)m, (int)d))
        {
            return null;
        }

        var result = Calendar.DaysOf((int)y, (int)m, (int)d);
        return dayOfYear is { } check && year is not null && Calendar.DayOfYear(result) != check ? null : result;
    }

    private static bool Agrees(CalendarDay day, long? month, long? dayOfMonth) =>
        (month is null || month == day.Month) && (dayOfMonth is null || dayOfMonth == day.Day);

    private (bool Valid, long? Year) YearOrNull()
    {
        var year = Get(PatternField.Year);
        if (Get(PatternField.YearOfEra) is { } ofEra)
        {
            year = Get(PatternField.Era) switch
            {
                1 => ofEra,
                0 => 1 - ofEra,
                _ => null,
            };
        }

        return (year is null or (> -999_999 and < 999_999), year);
    }

    private long? TimeOfDay()
    {
        if (!InRange(PatternField.Minute, 0, 59) || !InRange(PatternField.Second, 0, 59) || HourOfDay() is not { } hour)
        {
            return null;
        }

        return (hour * Calendar.MicrosPerHour)
            + ((Get(PatternField.Minute) ?? 0) * Calendar.MicrosPerMinute)
            + ((Get(PatternField.Second) ?? 0) * Calendar.MicrosPerSecond)
            + ((Get(PatternField.Nano) ?? 0) / 1000);
    }

    private long? HourOfDay()
    {
        if (!InRange(PatternField.Hour, 0, 23) || !InRange(PatternField.ClockHour, 1, 24)
            || !InRange(PatternField.HourOfHalf, 0, 11) || !InRange(PatternField.ClockHourOfHalf, 1, 12))
        {
            return null;
        }

        var half = Get(PatternField.HalfOfDay);
        var ofHalf = Get(PatternField.HourOfHalf) ?? Get(PatternField.ClockHourOfHalf) % 12;
        var ofDay = Get(PatternField.Hour) ?? Get(PatternField.ClockHour) % 24;
        if (ofDay is { } hour)
        {
            return (half is null || half == hour / 12) && (ofHalf is null || ofHalf == hour % 12) ? hour : null;
        }

        // Without AM or PM it is the morning; PM alone is noon.
        return ((half ?? 0) * 12) + (ofHalf ?? 0);
    }

    private bool InRange(PatternField field, int low, int high) => Get(field) is not { } value || (value >= low && value <= high);

    private long? Get(PatternField field) => (present & (1 << (int)field)) != 0 ? values[(int)field] : null;
}
