namespace SparkEtl.Driver.Generate.Tables;

/// <summary>Moments as seconds since 1970-01-01 00:00:00 UTC.</summary>
internal static class Calendar
{
    public const long Day = 86_400;

    /// <summary>2016-01-01 00:00:00</summary>
    public const long First = 1_451_606_400;

    /// <summary>Length of the years 2016 to 2024.</summary>
    public const long Span = 3_288 * Day;

    /// <summary>
    /// Moments that readers get wrong: the first second, leap days, hours that European and American clocks skip or repeat, the last
    /// second of a year, the second after 32 bits are used up.
    /// </summary>
    public static readonly long[] Edges =
    [
        0,
        At(2016, 2, 29, 23, 59, 59),
        At(2021, 3, 28, 2, 30, 0),
        At(2021, 10, 31, 2, 30, 0),
        At(2022, 3, 13, 2, 30, 0),
        At(2023, 12, 31, 23, 59, 59),
        At(2038, 1, 19, 3, 14, 8),
    ];

    private static long At(int year, int month, int day, int hour, int minute, int second) =>
        new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero).ToUnixTimeSeconds();
}
