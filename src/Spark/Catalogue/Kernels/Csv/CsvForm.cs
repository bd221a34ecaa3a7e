using SparkEtl.Spark.Catalogue.Kernels.Formats;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Csv;

/// <summary>How a line of CSV is written: its separator, quotes and escapes.</summary>
internal sealed record CsvForm
{
    /// <summary>The options that say so.</summary>
    public static readonly string[] Options = ["sep", "delimiter", "quote", "escape", "comment", "ignoreLeadingWhiteSpace", "ignoreTrailingWhiteSpace", "nullValue", "emptyValue"];

    public string Separator { get; private init; } = ",";

    /// <summary>U+0000 for none.</summary>
    public char Quote { get; private init; } = '"';

    public char Escape { get; private init; } = '\\';

    public char? Comment { get; private init; }

    public bool TrimsStart { get; private init; }

    public bool TrimsEnd { get; private init; }

    /// <summary>The text of a null.</summary>
    public string NullValue { get; private init; } = string.Empty;

    /// <summary>The text of an empty string.</summary>
    public string EmptyValue { get; private init; } = string.Empty;

    public static CsvForm Of(string function, TextOptions options, bool reading) => new()
    {
        Separator = Unescaped(options.Text("sep") ?? options.Text("delimiter", ",")),
        Quote = One(function, "quote", options.Text("quote", "\"")) ?? '\0',
        Escape = One(function, "escape", options.Text("escape", "\\")) ?? '\0',
        Comment = One(function, "comment", options.Text("comment", string.Empty)),
        TrimsStart = options.Flag("ignoreLeadingWhiteSpace", !reading),
        TrimsEnd = options.Flag("ignoreTrailingWhiteSpace", !reading),
        NullValue = options.Text("nullValue", string.Empty),
        EmptyValue = options.Text("emptyValue", reading ? string.Empty : "\"\""),
    };

    private static char? One(string function, string option, string text) => text.Length switch
    {
        0 => null,
        1 => text[0],
        _ => throw new AnalysisException("INVALID_OPTION_VALUE", $"The option '{option}' of {function} must be one character, found '{text}'."),
    };

    private static string Unescaped(string text) => text switch
    {
        "" => throw new AnalysisException("INVALID_DELIMITER_VALUE.EMPTY_STRING", "The separator of CSV must not be empty."),
        "\\t" => "\t",
        "\\\\" => "\\",
        _ => text,
    };
}
