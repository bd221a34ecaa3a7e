using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Formats;
using SparkEtl.Spark.Catalogue.Kernels.Json;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using TextOptions = SparkEtl.Spark.Engines.DuckDb.Sources.Tables.TextOptions;
using ValueOptions = SparkEtl.Spark.Catalogue.Kernels.Formats.TextOptions;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Json;

/// <summary>The options of a JSON read, with Spark's defaults.</summary>
internal sealed record JsonOptions
{
    private static readonly string[] Known = [.. JsonReading.LeniencyOptions, .. JsonSchema.Options, .. TimeFormats.Options];

    /// <summary>Reads the options; what the embedded engine cannot honour is refused by name.</summary>
    public JsonOptions(ReadOptions options)
    {
        Mode = TextOptions.Mode(options);
        CorruptColumn = options.Text("columnnameofcorruptrecord") ?? "_corrupt_record";
        DropsUnknown = options.Flag("dropfieldifallnull", false);
        var encoding = TextOptions.Encoding(options);
        Form = new RecordForm(RecordForm.EndOf(options), options.Flag("multiline", false), encoding);
        if (encoding is not null && Form is { End: null, IsWhole: false })
        {
            throw options.Invalid("lineSep", "nothing", $"what ends a line, as the option encoding is {encoding.WebName}");
        }

        foreach (var limit in new[] { "maxNestingDepth", "maxNumLen", "maxStringLen" })
        {
            if (options.Text(limit.ToLowerInvariant()) is not null)
            {
                throw options.Refused(limit, "the embedded engine has limits of its own; leave it out.");
            }
        }

        TextOptions.RefuseSampling(options);
        TextOptions.RefuseLocale(options);
        var values = new ValueOptions("json", Entries(options, Known), Known);
        Leniency = JsonReading.Leniency(values);
        Types = new JsonSchema(values);
        Times = new TimeFormats(values);
    }

    public MalformedMode Mode { get; }

    /// <summary>The column for the text of malformed records.</summary>
    public string CorruptColumn { get; }

    /// <summary>Whether a field that is null in all records is left out of an inferred schema.</summary>
    public bool DropsUnknown { get; }

    /// <summary>How files are cut into records.</summary>
    public RecordForm Form { get; }

    public JsonLeniency Leniency { get; }

    /// <summary>Infers types.</summary>
    public JsonSchema Types { get; }

    public TimeFormats Times { get; }

    /// <summary>The value of a record; null when it is malformed.</summary>
    public JsonNode? Parse(ReadOnlySpan<byte> record) =>
        System.Text.Unicode.Utf8.IsValid(record) ? JsonReader.TryRead(Encoding.UTF8.GetString(record), Leniency) : null;

    /// <summary>Whether a record is nothing but blanks, and so none.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> record) => record.IndexOfAnyExcept(" \t\r\n"u8) < 0;

    /// <summary>Those options that are set, as functions of values take them.</summary>
    internal static IEnumerable<KeyValuePair<object, object?>> Entries(ReadOptions options, IEnumerable<string> names) => names
        .Select(name => KeyValuePair.Create<object, object?>(name, options.Text(name.ToLowerInvariant()))).Where(e => e.Value is not null);
}
