using System.Globalization;
using System.Text;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>What is wrong with a file: where, what was found, what was expected, what to do.</summary>
internal static class CsvErrors
{
    private const string Malformed = "MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION";
    private const int LongestShown = 100;

    /// <summary>A value is not of its type.</summary>
    public static QueryException Value(CsvBatch batch, int row, StructField field, string found) => Of(
        batch.File.File.Path,
        batch.Line(row),
        $"found '{Shorten(found)}' in column {field.Name}, expected {field.DataType.SimpleString}{Example(field.DataType)}. Correct the file, or read the column as string.");

    /// <summary>A record has more or fewer values than columns.</summary>
    public static QueryException Ragged(CsvBatch batch, int row) => Of(
        batch.File.File.Path,
        batch.Line(row),
        $"found {Count(batch.Rows.Values(row), "field")}, expected {batch.File.Columns}: '{Shorten(Text(batch, row))}'. Correct the file: a value with a delimiter or a line end in it stands in quotes.");

    /// <summary>Bytes are not UTF-8.</summary>
    public static QueryException NotUtf8(CsvBatch batch, int row) => Of(
        batch.File.File.Path,
        batch.Line(row),
        $"found bytes that are not UTF-8: '{Shorten(Text(batch, row))}', expected UTF-8. Convert the file, or say what it is by the option encoding.");

    /// <summary>The file ends inside of quotes.</summary>
    public static QueryException Unclosed(CsvBatch batch, int row, CsvOptions options) => Of(
        batch.File.File.Path,
        batch.Line(row),
        $"found a quote {(char)options.Syntax.Quote} in this record that is never closed, expected a closing one before the end of the {(options.Syntax.MultiLine ? "file" : "line")}: '{Shorten(Text(batch, row))}'. Correct the file.");

    /// <summary>A quote where no rule says what it means.</summary>
    public static QueryException StrayQuote(CsvBatch batch, int row, CsvOptions options) => Of(
        batch.File.File.Path,
        batch.Line(row),
        $"found a quote {(char)options.Syntax.Quote} in the middle of a value, expected quotes around whole values, and those inside escaped by {(char)options.Syntax.Escape}: '{Shorten(Text(batch, row))}'. Correct the file, or set the option escape.");

    /// <summary>Lines end in different ways.</summary>
    public static QueryException MixedLineEnds(CsvBatch batch, int row, LineEnds expected) => Of(
        batch.File.File.Path,
        batch.Rows.Count > row ? batch.Line(row) : batch.FirstLine,
        $"found a line that ends with a line feed alone in or behind this record, expected {(expected == LineEnds.Return ? "a carriage return" : "carriage return and line feed")} as at the end of the first line. Make all lines end alike.");

    /// <summary>A record has too many values.</summary>
    public static QueryException TooManyColumns(CsvBatch batch, int row, int most) => Of(
        batch.File.File.Path, batch.Line(row), $"found {batch.Rows.Values(row)} values, expected at most {most}. Raise the option maxColumns, or check the delimiter.");

    /// <summary>A value is too long.</summary>
    public static QueryException TooManyCharacters(CsvBatch batch, int row, int found, int most) => Of(
        batch.File.File.Path, batch.Line(row), $"found a value of {found} characters, expected at most {most}: '{Shorten(Text(batch, row))}'. Raise the option maxCharsPerColumn, or check the quotes.");

    /// <summary>The header lacks columns.</summary>
    public static QueryException MissingColumn(string path, IReadOnlyList<string> found, string missing) => Of(
        path, 1, $"found the columns {string.Join(", ", found)}, expected a column {missing}. Correct the header or the schema.");

    /// <summary>The header has a column twice.</summary>
    public static QueryException RepeatedColumn(string path, IReadOnlyList<string> found, string repeated) => Of(
        path, 1, $"found the columns {string.Join(", ", found)}, expected the column {repeated} once. Correct the header.");

    /// <summary>There is no header.</summary>
    public static QueryException NoHeader(string path, StructType? schema) => new(
        Malformed,
        $"{path}(1): the file is empty; expected a header line{(schema is null ? "" : $" with {string.Join(", ", schema.Fields.Select(f => f.Name))}")}. Write the header even when there are no rows, or leave the file out.");

    /// <summary>The text of a record, without what ends its line.</summary>
    public static string Text(CsvBatch batch, int row) =>
        batch.Rows.Count > row ? Encoding.UTF8.GetString(batch.Data[batch.Rows.Start(row)..batch.Rows.End(row)].TrimEnd("\r\n"u8)) : "";

    private static QueryException Of(string path, long line, string what) =>
        new(Malformed, string.Create(CultureInfo.InvariantCulture, $"{path}({line}): {what}"));

    private static string Example(DataType type) => type switch
    {
        BooleanType => ", true or false",
        DateType => " such as 2024-01-31",
        TimestampType or TimestampNtzType => " such as 2024-01-31 12:30:00",
        _ => "",
    };

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Shorten(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "...";
}
