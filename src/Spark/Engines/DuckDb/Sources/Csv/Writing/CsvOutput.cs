using System.Buffers;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Writing;

/// <summary>Writes records as the writer does that Spark uses: what needs quotes gets them, and blanks at the ends of values are left out.</summary>
internal sealed class CsvOutput(CsvWriteOptions options)
{
    private const byte Blank = (byte)' ';

    private readonly byte[] delimiter = [.. options.Delimiter];
    private readonly byte[] lineEnd = [.. options.LineEnd];
    private readonly byte[] nullValue = [.. options.NullValue];
    private readonly byte[] emptyValue = [.. options.EmptyValue];
    private readonly byte quote = options.Quote;
    private readonly byte escape = options.Escape;
    private readonly byte comment = options.Comment;

    // A line end of one character stands for the line feed, one of two takes its place.
    private readonly byte newLine = options.LineEnd.Count == 1 ? options.LineEnd[0] : (byte)'\n';

    private readonly SearchValues<byte> triggers = SearchValues.Create(
        [(byte)'\n', (byte)'\r', .. options.LineEnd, .. options.EscapeQuotes ? [options.Quote] : Array.Empty<byte>(), .. options.Delimiter.Count == 1 ? options.Delimiter : []]);

    private readonly SearchValues<byte> escaped = SearchValues.Create([options.Quote, options.Escape, options.LineEnd.Count == 1 ? options.LineEnd[0] : (byte)'\n']);

    /// <summary>Adds a value to a record.</summary>
    /// <param name="row">The record so far.</param>
    /// <param name="column">The value's position, from 0.</param>
    /// <param name="text">Its text as UTF-8; anything for null.</param>
    /// <param name="isNull">Whether it is null.</param>
    public void Add(ArrayBufferWriter<byte> row, int column, ReadOnlySpan<byte> text, bool isNull)
    {
        if (column > 0)
        {
            row.Write(delimiter);
        }

        var stands = isNull || text.IsEmpty || (options.TrimLeading && IsBlank(text));
        Append(row, column, isNull ? nullValue : stands ? emptyValue : text, options.QuoteAll, stands);
    }

    /// <summary>Ends a record that began at a place; one of a single value with nothing written is none.</summary>
    public void End(ArrayBufferWriter<byte> row, int start)
    {
        if (row.WrittenCount > start)
        {
            row.Write(lineEnd);
        }
    }

    private void Append(ArrayBufferWriter<byte> row, int column, ReadOnlySpan<byte> text, bool quoted, bool stands)
    {
        var first = text.IsEmpty ? (byte)0 : text[0];
        var given = text;
        text = options.TrimLeading ? TrimStart(text) : text;
        var forced = quoted || (!text.IsEmpty && (text[0] == quote || (column == 0 && first == comment)));
        if (forced && stands && given.Length >= 2 && first == quote && given[^1] == quote)
        {
            row.Write(given);
            return;
        }

        var kept = options.TrimTrailing ? TrimEnd(text) : text;
        var needsQuotes = forced || NeedsQuotes(text);
        if (needsQuotes)
        {
            Put(row, quote);
        }

        if (kept.IsEmpty && !stands)
        {
            Blanks(row, text);
        }
        else if (!needsQuotes)
        {
            row.Write(kept);
        }
        else if (kept.Length < text.Length && (quote <= Blank || escape <= Blank))
        {
            // Where quotes or escapes are blanks, escaping comes before trimming.
            var whole = new ArrayBufferWriter<byte>();
            Escaped(whole, text);
            row.Write(TrimEnd(whole.WrittenSpan));
        }
        else
        {
            Escaped(row, kept);
        }

        if (needsQuotes)
        {
            Put(row, quote);
        }
    }

    // The empty value is written behind the blanks as if it were a value, and as many bytes as there are blanks are taken from the end.
    private void Blanks(ArrayBufferWriter<byte> row, ReadOnlySpan<byte> text)
    {
        var whole = new ArrayBufferWriter<byte>();
        whole.Write(text);
        Escaped(whole, emptyValue);
        row.Write(whole.WrittenSpan[..^text.Length]);
    }

    private bool NeedsQuotes(ReadOnlySpan<byte> text) =>
        text.IndexOfAny(triggers) >= 0 || (delimiter.Length > 1 && text.IndexOf(delimiter) >= 0);

    private void Escaped(ArrayBufferWriter<byte> row, ReadOnlySpan<byte> text)
    {
        while (text.IndexOfAny(escaped) is >= 0 and var at)
        {
            row.Write(text[..at]);
            var c = text[at];
            if (c == quote)
            {
                Put(row, escape);
                Put(row, c);
            }
            else if (c == escape)
            {
                if (options.EscapeOfEscape != 0)
                {
                    Put(row, options.EscapeOfEscape);
                }

                Put(row, c);
            }
            else if (c == newLine)
            {
                row.Write(lineEnd);
            }

            text = text[(at + 1)..];
        }

        row.Write(text);
    }

    private static void Put(ArrayBufferWriter<byte> row, byte value)
    {
        row.GetSpan(1)[0] = value;
        row.Advance(1);
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => TrimStart(text).IsEmpty;

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
    {
        var start = 0;
        while (start < text.Length && text[start] <= ' ')
        {
            start++;
        }

        return text[start..];
    }

    private static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] <= ' ')
        {
            end--;
        }

        return text[..end];
    }
}
