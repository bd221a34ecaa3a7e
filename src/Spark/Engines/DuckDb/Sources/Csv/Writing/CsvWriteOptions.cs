using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Engines.DuckDb.Sources.Writing;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Writing;

/// <summary>The options of a CSV write, with Spark's defaults.</summary>
internal sealed record CsvWriteOptions
{
    private const byte Backslash = (byte)'\\';

    private const int LongestLineEnd = 2;

    /// <summary>Reads the options; what the embedded engine cannot honour is refused by name.</summary>
    public CsvWriteOptions(ReadOptions options)
    {
        Header = options.Flag("header", false);
        Delimiter = [.. Encoding.UTF8.GetBytes(CsvCharacters.Delimiter(options))];
        Quote = CsvCharacters.One(options, "quote", (byte)'"');
        Escape = CsvCharacters.One(options, "escape", Backslash);
        EscapeOfEscape = CsvCharacters.One(options, "chartoescapequoteescaping", Quote == Escape ? (byte)0 : Escape);

        // Without a comment character a value that begins with # is quoted all the same.
        Comment = CsvCharacters.One(options, "comment", 0) is > 0 and var comment ? comment : (byte)'#';
        QuoteAll = options.Flag("quoteall", false);
        EscapeQuotes = options.Flag("escapequotes", true);
        TrimLeading = options.Flag("ignoreleadingwhitespace", true);
        TrimTrailing = options.Flag("ignoretrailingwhitespace", true);
        NullValue = [.. Encoding.UTF8.GetBytes(options.Text("nullvalue") ?? "")];
        EmptyValue = [.. Encoding.UTF8.GetBytes(options.Text("emptyvalue") ?? "\"\"")];
        LineEnd = [.. Encoding.UTF8.GetBytes(LineEndText(options))];
        DatePattern = Pattern(options, "dateformat");
        TimestampPattern = Pattern(options, "timestampformat");
        LocalPattern = Pattern(options, "timestampntzformat");
        Packing = TextPacking.Of(options);
        TextOptions.RefuseLocale(options);
    }

    public bool Header { get; }

    /// <summary>UTF-8 of what stands between values.</summary>
    public Seq<byte> Delimiter { get; }

    public byte Quote { get; }

    /// <summary>What stands before a quote in quotes.</summary>
    public byte Escape { get; }

    /// <summary>What stands before an escape in quotes; 0 for nothing.</summary>
    public byte EscapeOfEscape { get; }

    /// <summary>A first value that begins with it is quoted.</summary>
    public byte Comment { get; }

    public bool QuoteAll { get; }

    /// <summary>Whether a value with a quote in it is quoted; one that begins with a quote is in any case.</summary>
    public bool EscapeQuotes { get; }

    public bool TrimLeading { get; }

    public bool TrimTrailing { get; }

    /// <summary>UTF-8 of what is written for null.</summary>
    public Seq<byte> NullValue { get; }

    /// <summary>UTF-8 of what is written for the empty text.</summary>
    public Seq<byte> EmptyValue { get; }

    /// <summary>UTF-8 of what ends lines: one character or two.</summary>
    public Seq<byte> LineEnd { get; }

    public DateTimePattern? DatePattern { get; }

    public DateTimePattern? TimestampPattern { get; }

    public DateTimePattern? LocalPattern { get; }

    /// <summary>How files are encoded and packed.</summary>
    public TextPacking Packing { get; }

    private static string LineEndText(ReadOptions options)
    {
        var text = options.Text("linesep") ?? "\n";
        return text.Length is 0 or > LongestLineEnd || !Ascii.IsValid(text) ? throw options.Invalid("lineSep", text, "one or two characters of ASCII") : text;
    }

    private static DateTimePattern? Pattern(ReadOptions options, string name) =>
        options.Text(name) is { } pattern ? DateTimePattern.ForWriting(pattern) : null;
}
