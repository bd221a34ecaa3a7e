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

    private const int Unlimited = -1;

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
        DateFormat = options.Text("dateformat");
        TimestampFormat = options.Text("timestampformat");
        Times = new TimeText(Pattern(DateFormat), Pattern(TimestampFormat), Pattern(options.Text("timestampntzformat")));
        Syntax = ReadSyntax(options);
        MaxCharacters = Number(options, "maxcharspercolumn", Unlimited) is > 0 and var most ? most : int.MaxValue;
        TextOptions.RefuseSampling(options);
        TextOptions.RefuseLocale(options);
        RequireStopAtDelimiter(options);
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

    /// <summary>How many characters a value may have.</summary>
    public int MaxCharacters { get; }

    public CsvNulls Nulls { get; }

    public DoubleText Doubles { get; }

    /// <summary>The pattern of dates as it was given.</summary>
    public string? DateFormat { get; }

    /// <summary>The pattern of timestamps as it was given.</summary>
    public string? TimestampFormat { get; }

    public TimeText Times { get; }

    /// <summary>Whether columns are taken by name.</summary>
    public bool ByName => Header && !EnforceSchema;

    private static void RequireStopAtDelimiter(ReadOptions options)
    {
        const string Name = "unescapedQuoteHandling";
        switch (options.Text("unescapedquotehandling")?.ToUpperInvariant())
        {
            case null or "STOP_AT_DELIMITER":
                break;
            case "STOP_AT_CLOSING_QUOTE" or "BACK_TO_DELIMITER" or "SKIP_VALUE" or "RAISE_ERROR":
                throw options.Refused(Name, "the embedded engine knows STOP_AT_DELIMITER, Spark's default.");
            case var other:
                throw options.Invalid(Name, other, "STOP_AT_DELIMITER");
        }
    }

    private static CsvSyntax ReadSyntax(ReadOptions options)
    {
        var delimiter = Encoding.UTF8.GetBytes(CsvCharacters.Delimiter(options));
        var quote = CsvCharacters.One(options, "quote", (byte)'"');
        var escape = CsvCharacters.One(options, "escape", Backslash);
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
            [.. delimiter], quote, escape, CsvCharacters.One(options, "comment", 0), leading, trailing, options.Flag("multiline", false), LineEnd(options));
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

    private static int Number(ReadOptions options, string name, int otherwise) => options.Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw options.Invalid(name, text, "a whole number");

    private static byte[] Bytes(string? text) => Encoding.UTF8.GetBytes(text ?? "");

    private static DateTimePattern? Pattern(string? text) => text is null ? null : DateTimePattern.ForReading(text);
}
