using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>Dates and timestamps inside of JSON and CSV texts: by the patterns of the options, or Spark's own forms.</summary>
internal sealed class TimeFormats(TextOptions options)
{
    private const string DefaultTimestamp = "yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX]";
    private const string DefaultLocal = "yyyy-MM-dd'T'HH:mm:ss[.SSS]";
    private const string DefaultDate = "yyyy-MM-dd";

    /// <summary>The options that name patterns.</summary>
    public static readonly string[] Options = ["dateFormat", "timestampFormat", "timestampNTZFormat"];

    private readonly Lazy<DateTimePattern> dates = new(() => DateTimePattern.ForWriting(options.Text("dateFormat", DefaultDate)));
    private readonly Lazy<DateTimePattern> timestamps = new(() => DateTimePattern.ForWriting(options.Text("timestampFormat", DefaultTimestamp)));
    private readonly Lazy<DateTimePattern> locals = new(() => DateTimePattern.ForWriting(options.Text("timestampNTZFormat", DefaultLocal)));
    private readonly Lazy<DateTimePattern?> dateReader = new(() => Reader(options.Text("dateFormat")));
    private readonly Lazy<DateTimePattern?> timestampReader = new(() => Reader(options.Text("timestampFormat")));
    private readonly Lazy<DateTimePattern?> localReader = new(() => Reader(options.Text("timestampNTZFormat")));

    public string Date(int days) => dates.Value.Write(days * Calendar.MicrosPerDay);

    public string Timestamp(long micros) => timestamps.Value.Write(micros);

    public string Local(long micros) => locals.Value.Write(micros);

    /// <summary>The day, null when the text is none. Without a pattern anything that a cast takes.</summary>
    public int? ReadDate(string text) => dateReader.Value is { } pattern
        ? pattern.TryRead(text) is { } micros ? Calendar.DaysSinceEpoch(micros) : null
        : TextToDate.Convert(text);

    public long? ReadTimestamp(string text) => timestampReader.Value is { } pattern ? pattern.TryRead(text) : TextToTimestamp.Convert(text);

    public long? ReadLocal(string text) => localReader.Value is { } pattern ? pattern.TryRead(text, ignoreZone: true) : TextToTimestamp.ConvertLocal(text);

    private static DateTimePattern? Reader(string? pattern) => pattern is null ? null : DateTimePattern.ForReading(pattern);
}
