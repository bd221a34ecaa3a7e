using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;
using SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>The options of a CSV read, with Spark's defaults.</summary>
internal sealed record CsvOptions
{
    private const int MostColumns = 20480;

    private const byte Backslash = (byte)'\\';

    /// <summary>Reads the options; what the embedded engine cannot honour is refused by name.</summary>
    public CsvOptions(ReadOptions options)
    {
        Mode = TextOptions.Mode(options);
        Encoding = TextOptions.Encoding(options);
        Header = options.Flag("header", false);
        InferSchema = options.Flag("inferschema", false);
        PreferDate = options.Flag("preferdate", true);
        EnforceSchema = options.Flag("enforceschema", true);
        CorruptColumn = options.Text("columnnameofcorruptrecord") ?? "_corrupt_record";
        MaxColumns = Number(options, "maxcolumns", MostColumns);
        Nulls = new CsvNulls(Bytes(options.Text("nullvalue")), Bytes(options.Text("emptyvalue")));
        Doubles = new DoubleText(options.Text("nanvalue") ?? "NaN", options.Text("positiveinf") ?? "Inf", options.Text("negativeinf") ?? "-Inf");
        Times = new TimeText(
            Pattern(options, "dateformat"), Pattern(options, "timestampformat"), Pattern(options, "timestampntzformat"));
        Syntax = ReadSyntax(options);
        if (Number(options, "maxcharspercolumn", -1) != -1)
        {
            throw options.Refused("maxCharsPerColumn", "values may be of any length here; leave it out.");
        }

        TextOptions.RefuseSampling(options);
        TextOptions.RefuseLocale(options);
        if (options.Text("unescapedquotehandling") is { } handling && !handling.Equals("STOP_AT_DELIMITER", StringComparison.OrdinalIgnoreCase))
        {
            throw options.Refused("unescapedQuoteHandling", "the embedded engine knows STOP_AT_DELIMITER, Spark's default.");
        }
    }

    public CsvSyntax Syntax { get; }

    public MalformedMode Mode { get; }

    /// <summary>What the bytes mean; null for UTF-8.</summary>
    public Encoding? Encoding { get; }

    public bool Header { get; }

    public bool InferSchema { get; }

    public bool PreferDate { get; }

    /// <summary>Whether columns are taken by position, whatever the header says; else by the header's names.</summary>
    public bool EnforceSchema { get; }

    public string CorruptColumn { get; }

    public int MaxColumns { get; }

    public CsvNulls Nulls { get; }

    public DoubleText Doubles { get; }

    public TimeText Times { get; }

    /// <summary>Whether columns are taken by name.</summary>
    public bool ByName => Header && !EnforceSchema;

    private static CsvSyntax ReadSyntax(ReadOptions options)
    {
        var delimiter = Encoding.UTF8.GetBytes(Delimiter(options, options.Text("sep", "delimiter") ?? ","));
        var quote = Character(options, "quote", (byte)'"');
        var escape = Character(options, "escape", Backslash);
        if (options.Text("chartoescapequoteescaping") is { Length: > 0 } other && (escape == quote || other != ((char)escape).ToString()))
        {
            throw options.Refused("charToEscapeQuoteEscaping", "leave it out: the embedded engine takes a doubled escape for one.");
        }

        var leading = options.Flag("ignoreleadingwhitespace", false);
        var trailing = options.Flag("ignoretrailingwhitespace", false);
        if (delimiter.Length > 1 && (leading || trailing))
        {
            throw options.Refused("sep of several characters with ignoreLeadingWhiteSpace or ignoreTrailingWhiteSpace", "trim the columns with trim().");
        }

        return new CsvSyntax(
            [.. delimiter], quote, escape, Character(options, "comment", 0), leading, trailing, options.Flag("multiline", false), LineEnd(options));
    }

    private static LineEnds? LineEnd(ReadOptions options) => options.Text("linesep") switch
    {
        null => null,
        "\n" => LineEnds.Feed,
        "\r\n" => LineEnds.ReturnFeed,
        "\r" => LineEnds.Return,
        "" => throw options.Invalid("lineSep", "", "\\n, \\r\\n or \\r"),
        _ => throw options.Refused("lineSep", "the embedded engine knows \\n, \\r\\n and \\r, and tells them apart by itself when it is left out."),
    };

    private static string Delimiter(ReadOptions options, string text) => text switch
    {
        "" => throw options.Invalid("sep", text, "at least one character"),
        "\\" => throw options.Invalid("sep", text, "a doubled backslash for a backslash"),
        _ when !text.Contains('\\', StringComparison.Ordinal) => text,
        _ => text.Replace("\\\\", "\u0001", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\u0001", "\u0001", StringComparison.Ordinal)
            .Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\'", "'", StringComparison.Ordinal) is var plain && plain.Contains('\\', StringComparison.Ordinal)
            ? throw options.Invalid("sep", text, "a character, \\t or \\\\")
            : plain.Replace('\u0001', '\\'),
    };

    private static byte Character(ReadOptions options, string name, byte otherwise) => options.Text(name) switch
    {
        null => otherwise,
        "" or "\0" => 0,
        [var c] when char.IsAscii(c) && c is not ('\n' or '\r') => (byte)c,
        [_] => throw options.Refused(name, "the embedded engine takes a character of ASCII."),
        var text => throw options.Invalid(name, text, "one character"),
    };

    private static int Number(ReadOptions options, string name, int otherwise) => options.Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw options.Invalid(name, text, "a whole number");

    private static byte[] Bytes(string? text) => Encoding.UTF8.GetBytes(text ?? "");

    private static DateTimePattern? Pattern(ReadOptions options, string name) =>
        options.Text(name) is { } pattern ? DateTimePattern.ForReading(pattern) : null;
}
