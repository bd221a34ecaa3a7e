namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>Options that are characters.</summary>
internal static class CsvCharacters
{
    /// <summary>What stands between values, by the option sep or delimiter.</summary>
    public static string Delimiter(ReadOptions options) => (options.Text("sep", "delimiter") ?? ",") switch
    {
        "" => throw options.Invalid("sep", "", "at least one character"),
        "\\" => throw options.Invalid("sep", "\\", "a doubled backslash for a backslash"),
        var text when !text.Contains('\\', StringComparison.Ordinal) => text,
        var text => text.Replace("\\\\", "\u0001", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\u0001", "\u0001", StringComparison.Ordinal)
            .Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\'", "'", StringComparison.Ordinal) is var plain && plain.Contains('\\', StringComparison.Ordinal)
            ? throw options.Invalid("sep", text, "a character, \\t or \\\\")
            : plain.Replace('\u0001', '\\'),
    };

    /// <summary>A character of ASCII; 0 for none.</summary>
    public static byte One(ReadOptions options, string name, byte otherwise) => options.Text(name) switch
    {
        null => otherwise,
        "" or "\0" => 0,
        [var c] when char.IsAscii(c) && c is not ('\n' or '\r') => (byte)c,
        [_] => throw options.Refused(name, "the embedded engine takes a character of ASCII."),
        var text => throw options.Invalid(name, text, "one character"),
    };
}
