using System.Buffers;
using System.Globalization;
using System.Text;
using SparkEtl.Spark.Sql.Values;

namespace SparkEtl.Spark.Sql.Printing;

/// <summary>Rows as the text that Spark's <c>show</c> prints.</summary>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">The rows shown.</param>
/// <param name="Truncate">The most characters of a value; 0 or less for all, then aligned left.</param>
/// <param name="HasMore">Whether there are more rows than are shown.</param>
internal sealed record RowTable(IReadOnlyList<string> Columns, IReadOnlyList<Row> Rows, int Truncate, bool HasMore)
{
    private const int LeastWidth = 3;
    private const string Ellipsis = "...";
    private static readonly SearchValues<char> Unprintable = SearchValues.Create("\n\r\t\f\b\v\a");

    public string Horizontal()
    {
        var header = Columns.Select(Escape).ToArray();
        var cells = Rows.Select(Cells).ToArray();
        var widths = header.Select((name, i) => cells.Select(r => Width(r[i])).Append(Width(name)).Append(LeastWidth).Max()).ToArray();
        var rule = $"+{string.Concat(widths.Select(w => new string('-', w) + "+"))}\n";
        var text = new StringBuilder(rule);
        Line(header);
        text.Append(rule);
        foreach (var row in cells)
        {
            Line(row);
        }

        text.Append(rule);
        return text.Append(More()).ToString();

        void Line(string[] line)
        {
            text.Append('|');
            for (var i = 0; i < line.Length; i++)
            {
                text.Append(Pad(line[i], widths[i], right: Truncate > 0)).Append('|');
            }

            text.Append('\n');
        }
    }

    public string Vertical()
    {
        if (Rows.Count == 0)
        {
            return "(0 rows)\n";
        }

        var names = Columns.Select(Escape).ToArray();
        var cells = Rows.Select(Cells).ToArray();
        var nameWidth = names.Select(Width).Append(LeastWidth).Max();
        var cellWidth = cells.SelectMany(r => r).Select(Width).Append(LeastWidth).Max();
        var text = new StringBuilder();
        for (var r = 0; r < cells.Length; r++)
        {
            // Five more than the two columns: the blanks and the bar around them.
            text.Append($"-RECORD {r.ToString(CultureInfo.InvariantCulture)}".PadRight(nameWidth + cellWidth + 5, '-')).Append('\n');
            for (var c = 0; c < names.Length; c++)
            {
                text.Append(' ').Append(Pad(names[c], nameWidth, right: false))
                    .Append(" | ").Append(Pad(cells[r][c], cellWidth, right: false)).Append(" \n");
            }
        }

        return text.Append(More()).ToString();
    }

    private string More() => HasMore ? $"only showing top {Rows.Count} {(Rows.Count == 1 ? "row" : "rows")}\n" : string.Empty;

    private string[] Cells(Row row) => [.. row.Values.Select((v, i) => Cut(Escape(ValueText.Of(v, row.Schema.Fields[i].DataType, "NULL"))))];

    private string Cut(string cell) => Truncate <= 0 || cell.Length <= Truncate ? cell
        : Truncate <= Ellipsis.Length ? cell[..Truncate]
        : string.Concat(cell.AsSpan(0, Truncate - Ellipsis.Length), Ellipsis);

    private static string Pad(string cell, int width, bool right)
    {
        var blanks = new string(' ', width - Width(cell));
        return right ? blanks + cell : cell + blanks;
    }

    private static string Escape(string cell)
    {
        if (!cell.AsSpan().ContainsAny(Unprintable))
        {
            return cell;
        }

        return cell
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\f", "\\f", StringComparison.Ordinal)
            .Replace("\b", "\\b", StringComparison.Ordinal)
            .Replace("\v", "\\v", StringComparison.Ordinal)
            .Replace("\a", "\\a", StringComparison.Ordinal);
    }

    // Characters of East Asian scripts take two places.
    private static int Width(string cell) => cell.Length + cell.Count(IsWide);

    private static bool IsWide(char c) => c is
        (>= '\u1100' and <= '\u115F')
        or (>= '\u2E80' and <= '\u303E')
        or (>= '\u3041' and <= '\u33FF')
        or (>= '\u3400' and <= '\u4DB5')
        or (>= '\u4E00' and <= '\u9FC3')
        or (>= '\uA015' and <= '\uA4CF')
        or (>= '\uA960' and <= '\uA97C')
        or (>= '\uAC00' and <= '\uD7AF')
        or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFE10' and <= '\uFE19')
        or (>= '\uFE30' and <= '\uFE6F')
        or (>= '\uFF00' and <= '\uFF60')
        or (>= '\uFFE0' and <= '\uFFE6');
}
