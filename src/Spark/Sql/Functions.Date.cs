namespace SparkEtl.Spark.Sql;

/// <content>Dates and timestamps. The time zone is UTC; formats are Spark's datetime patterns.</content>
public static partial class Functions
{
    /// <summary>The date some months later; the last day of the month where there is no such day. Spark's <c>add_months</c>.</summary>
    public static Column AddMonths(Column startDate, int numMonths) => Call("add_months", startDate, numMonths);

    /// <inheritdoc cref="AddMonths(Column, int)"/>
    public static Column AddMonths(Column startDate, Column numMonths) => Call("add_months", startDate, numMonths);

    /// <summary>The day of the query's start. Spark's <c>current_date</c>.</summary>
    public static Column CurrentDate() => Call("current_date");

    /// <summary>The instant of the query's start. Spark's <c>current_timestamp</c>.</summary>
    public static Column CurrentTimestamp() => Call("current_timestamp");

    /// <summary>A date or timestamp as text in a format. Spark's <c>date_format</c>.</summary>
    public static Column DateFormat(Column dateExpr, string format) => Call("date_format", dateExpr, format);

    /// <summary>The date some days later. Spark's <c>date_add</c>.</summary>
    public static Column DateAdd(Column start, int days) => Call("date_add", start, days);

    /// <inheritdoc cref="DateAdd(Column, int)"/>
    public static Column DateAdd(Column start, Column days) => Call("date_add", start, days);

    /// <summary>The date some days earlier. Spark's <c>date_sub</c>.</summary>
    public static Column DateSub(Column start, int days) => Call("date_sub", start, days);

    /// <inheritdoc cref="DateSub(Column, int)"/>
    public static Column DateSub(Column start, Column days) => Call("date_sub", start, days);

    /// <summary>The number of days from start to end. Spark's <c>datediff</c>.</summary>
    public static Column DateDiff(Column end, Column start) => Call("datediff", end, start);

    /// <summary>The year. Spark's <c>year</c>.</summary>
    public static Column Year(Column column) => Call("year", column);

    /// <summary>The quarter, 1 to 4. Spark's <c>quarter</c>.</summary>
    public static Column Quarter(Column column) => Call("quarter", column);

    /// <summary>The month, 1 to 12. Spark's <c>month</c>.</summary>
    public static Column Month(Column column) => Call("month", column);

    /// <summary>The day of the week, 1 for Sunday to 7 for Saturday. Spark's <c>dayofweek</c>.</summary>
    public static Column DayOfWeek(Column column) => Call("dayofweek", column);

    /// <summary>The day of the month, 1 to 31. Spark's <c>dayofmonth</c>.</summary>
    public static Column DayOfMonth(Column column) => Call("dayofmonth", column);

    /// <summary>The day of the year, 1 to 366. Spark's <c>dayofyear</c>.</summary>
    public static Column DayOfYear(Column column) => Call("dayofyear", column);

    /// <summary>The hour, 0 to 23. Spark's <c>hour</c>.</summary>
    public static Column Hour(Column column) => Call("hour", column);

    /// <summary>The last day of the date's month. Spark's <c>last_day</c>.</summary>
    public static Column LastDay(Column column) => Call("last_day", column);

    /// <summary>The minute, 0 to 59. Spark's <c>minute</c>.</summary>
    public static Column Minute(Column column) => Call("minute", column);

    /// <summary>
    /// The number of months from start to end, on a month of 31 days; rounded to 8 places unless <c>roundOff</c> is false. Spark's
    /// <c>months_between</c>.
    /// </summary>
    public static Column MonthsBetween(Column end, Column start) => Call("months_between", end, start);

    /// <inheritdoc cref="MonthsBetween(Column, Column)"/>
    public static Column MonthsBetween(Column end, Column start, bool roundOff) => Call("months_between", end, start, roundOff);

    /// <summary>The first date after the given one that is that day of the week, such as <c>Mon</c>. Spark's <c>next_day</c>.</summary>
    public static Column NextDay(Column date, string dayOfWeek) => Call("next_day", date, dayOfWeek);

    /// <inheritdoc cref="NextDay(Column, string)"/>
    public static Column NextDay(Column date, Column dayOfWeek) => Call("next_day", date, dayOfWeek);

    /// <summary>The second, 0 to 59. Spark's <c>second</c>.</summary>
    public static Column Second(Column column) => Call("second", column);

    /// <summary>The ISO week of the year, 1 to 53. Spark's <c>weekofyear</c>.</summary>
    public static Column WeekOfYear(Column column) => Call("weekofyear", column);

    /// <summary>Seconds since 1970-01-01 as text, in a format or as <c>yyyy-MM-dd HH:mm:ss</c>. Spark's <c>from_unixtime</c>.</summary>
    public static Column FromUnixTime(Column column) => Call("from_unixtime", column);

    /// <inheritdoc cref="FromUnixTime(Column)"/>
    public static Column FromUnixTime(Column column, string format) => Call("from_unixtime", column, format);

    /// <summary>
    /// Seconds since 1970-01-01: of now, of a timestamp, or of a text in a format or as <c>yyyy-MM-dd HH:mm:ss</c>. Spark's
    /// <c>unix_timestamp</c>.
    /// </summary>
    public static Column UnixTimestamp() => Call("unix_timestamp");

    /// <inheritdoc cref="UnixTimestamp()"/>
    public static Column UnixTimestamp(Column column) => Call("unix_timestamp", column);

    /// <inheritdoc cref="UnixTimestamp()"/>
    public static Column UnixTimestamp(Column column, string format) => Call("unix_timestamp", column, format);

    /// <summary>A text as timestamp, in a format or as a cast reads it. Spark's <c>to_timestamp</c>.</summary>
    public static Column ToTimestamp(Column column) => Call("to_timestamp", column);

    /// <inheritdoc cref="ToTimestamp(Column)"/>
    public static Column ToTimestamp(Column column, string format) => Call("to_timestamp", column, format);

    /// <summary>A text or timestamp as date, in a format or as a cast reads it. Spark's <c>to_date</c>.</summary>
    public static Column ToDate(Column column) => Call("to_date", column);

    /// <inheritdoc cref="ToDate(Column)"/>
    public static Column ToDate(Column column, string format) => Call("to_date", column, format);

    /// <summary>The first day of the date's <c>year</c>, <c>quarter</c>, <c>month</c> or <c>week</c>. Spark's <c>trunc</c>.</summary>
    public static Column Trunc(Column column, string format) => Call("trunc", column, format);

    /// <summary>
    /// The start of the timestamp's <c>year</c>, <c>month</c>, <c>day</c>, <c>hour</c>... to <c>microsecond</c>. Spark's
    /// <c>date_trunc</c>.
    /// </summary>
    public static Column DateTrunc(string format, Column column) => Call("date_trunc", format, column);

    /// <summary>What a clock in the zone shows at an instant of UTC. Spark's <c>from_utc_timestamp</c>.</summary>
    public static Column FromUtcTimestamp(Column column, string tz) => Call("from_utc_timestamp", column, tz);

    /// <inheritdoc cref="FromUtcTimestamp(Column, string)"/>
    public static Column FromUtcTimestamp(Column column, Column tz) => Call("from_utc_timestamp", column, tz);

    /// <summary>The instant of UTC at which a clock in the zone shows the given time. Spark's <c>to_utc_timestamp</c>.</summary>
    public static Column ToUtcTimestamp(Column column, string tz) => Call("to_utc_timestamp", column, tz);

    /// <inheritdoc cref="ToUtcTimestamp(Column, string)"/>
    public static Column ToUtcTimestamp(Column column, Column tz) => Call("to_utc_timestamp", column, tz);

    /// <summary>
    /// The time window that the timestamp is in, a struct of start and end; to group by. Durations are as <c>10 minutes</c>. Spark's
    /// <c>window</c>.
    /// </summary>
    public static Column Window(Column column, string windowDuration, string slideDuration, string startTime) =>
        Call("window", column, windowDuration, slideDuration, startTime);

    /// <inheritdoc cref="Window(Column, string, string, string)"/>
    public static Column Window(Column column, string windowDuration, string slideDuration) =>
        Call("window", column, windowDuration, slideDuration);

    /// <inheritdoc cref="Window(Column, string, string, string)"/>
    public static Column Window(Column column, string windowDuration) => Call("window", column, windowDuration);

    /// <summary>
    /// The session that the timestamp is in: a window that ends when nothing comes for the gap; to group by. Spark's
    /// <c>session_window</c>.
    /// </summary>
    public static Column Session_Window(Column timeColumn, string gapDuration) => Call("session_window", timeColumn, gapDuration);

    /// <inheritdoc cref="Session_Window(Column, string)"/>
    public static Column Session_Window(Column timeColumn, Column gapDuration) => Call("session_window", timeColumn, gapDuration);

    /// <summary>The timestamp that many seconds after 1970-01-01. Spark's <c>timestamp_seconds</c>.</summary>
    public static Column TimestampSeconds(Column column) => Call("timestamp_seconds", column);
}
