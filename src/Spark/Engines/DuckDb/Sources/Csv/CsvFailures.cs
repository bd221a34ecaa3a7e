using System.Text;
using System.Text.RegularExpressions;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>What is wrong with a CSV file: which file, which line, what was found and expected.</summary>
internal static partial class CsvFailures
{
    private const string ErrorClass = "MALFORMED_RECORD_IN_PARSING";
    private const char Separator = '\u0001';

    /// <summary>A field cast to its type; one that cannot be says of itself what <see cref="Translate"/> needs.</summary>
    public static string Cast(int index, string column, DataType type)
    {
        var field = $"r.c{index}";
        if (type is StringType)
        {
            return field;
        }

        var facts = DuckDbDialect.QuoteText($"{Separator}{index}{Separator}{column}{Separator}{type.SimpleString}{Separator}");
        var mark = DuckDbDialect.QuoteText(Separator.ToString());
        return $"coalesce(TRY_CAST({field} AS {DuckDbDialect.Instance.TypeName(type)}), "
            + $"CASE WHEN {field} IS NOT NULL THEN error({facts} || {field} || {mark} || r.filename || {mark}) END)";
    }

    /// <summary>The error to raise for one of DuckDB's, or null when it is not about a CSV file.</summary>
    public static QueryException? Translate(DuckDbException error)
    {
        var message = error.Detail;
        if (message.Split(Separator) is [_, var index, var column, var type, var value, var file, ..])
        {
            return new QueryException(
                ErrorClass,
                $"{file}{LineOf(file, int.Parse(index, System.Globalization.CultureInfo.InvariantCulture), value)}: found '{value}' in column {column}, expected {type}.",
                error);
        }

        if (Line().Match(message) is not { Success: true } line)
        {
            return null;
        }

        var reason = message.Contains("unicode", StringComparison.OrdinalIgnoreCase)
            ? "found bytes that are not UTF-8, expected UTF-8; save the file in that encoding"
            : Columns().Match(message) is { Success: true } columns
                ? $"found {columns.Groups["found"].Value} fields, expected {columns.Groups["expected"].Value}"
                : Reason().Match(message) is { Success: true } other ? other.Groups["reason"].Value.TrimEnd('.') : "the record cannot be read";
        var original = Original().Match(message) is { Success: true } text ? $" The record: {text.Groups["record"].Value}" : string.Empty;
        var path = Path().Match(message) is { Success: true } name ? name.Groups["path"].Value : "the CSV file";
        return new QueryException(ErrorClass, $"{path}({line.Groups["line"].Value}): {reason}.{original}", error);
    }

    // Only a failed read looks for the line: the file is read again up to the first record that has the value in the field.
    private static string LineOf(string path, int index, string value)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var field = new StringBuilder();
        var (line, start, at, quoted) = (1, 1, 0, false);
        for (var next = reader.Read(); ; next = reader.Read())
        {
            var c = (char)next;
            var ends = next < 0 || (!quoted && c is ',' or '\n');
            if (!ends)
            {
                // Of two quotes within a field, the second, which opens again, is the text's own.
                quoted ^= c == '"';
                if (c is not ('\r' or '"') || (c == '"' && quoted && field.Length > 0))
                {
                    field.Append(c);
                }

                line += c == '\n' ? 1 : 0;
                continue;
            }

            if (at == index && field.ToString() == value)
            {
                return $"({start})";
            }

            field.Clear();
            if (next < 0)
            {
                return string.Empty;
            }

            (at, line) = c == ',' ? (at + 1, line) : (0, line + 1);
            start = at == 0 ? line : start;
        }
    }

    [GeneratedRegex(@"CSV Error on Line: (?<line>\d+)")]
    private static partial Regex Line();

    [GeneratedRegex(@"^Original Line: ?(?<record>.*)$", RegexOptions.Multiline)]
    private static partial Regex Original();

    [GeneratedRegex(@"Expected Number of Columns: (?<expected>\d+) Found: (?<found>\d+)")]
    private static partial Regex Columns();

    [GeneratedRegex(@"^Original Line:.*\n(?<reason>.+)$", RegexOptions.Multiline)]
    private static partial Regex Reason();

    [GeneratedRegex(@"^\s*file ?= ?(?<path>.+)$", RegexOptions.Multiline)]
    private static partial Regex Path();
}
