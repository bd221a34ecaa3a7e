namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>
/// Splits bytes into records and values as the parser does that Spark uses: quotes count only at the beginning of a value, and text behind
/// a closing quote makes the quotes part of the value.
/// </summary>
internal sealed class CsvTokenizer(CsvSyntax syntax, CsvRows rows)
{
    /// <summary>The record goes on behind the data.</summary>
    public const int Incomplete = -1;

    private const byte Feed = (byte)'\n';
    private const byte Return = (byte)'\r';
    private const byte Blank = (byte)' ';

    private readonly byte[] delimiter = [.. syntax.Delimiter];
    private readonly byte quote = syntax.Quote;
    private readonly byte escape = syntax.Escape;

    /// <summary>What ends the lines of the file.</summary>
    public LineEnds LineEnds { get; set; }

    /// <summary>Whether a line of the last record ended in another way than the file's lines do.</summary>
    public bool HasMixedLineEnds { get; private set; }

    /// <summary>Whether the file ended inside the quotes of the last value.</summary>
    public bool IsUnclosed { get; private set; }

    /// <summary>
    /// Whether the last record has a quote in the middle of a value in quotes of which Spark makes what follows no rule: an escape behind it,
    /// or blanks and text with more quotes up to the end.
    /// </summary>
    public bool HasStrayQuote { get; private set; }

    /// <summary>Splits a record, or passes over an empty line or a comment.</summary>
    /// <param name="data">Bytes of the file.</param>
    /// <param name="start">Where the record begins.</param>
    /// <param name="isLast">Whether the file ends with the data.</param>
    /// <returns>Where the next one begins, or <see cref="Incomplete"/>.</returns>
    public int Read(ReadOnlySpan<byte> data, int start, bool isLast)
    {
        HasMixedLineEnds = false;
        IsUnclosed = false;
        HasStrayQuote = false;
        if (syntax.Comment != 0 && data[start] == syntax.Comment)
        {
            return LineAfter(data, start, isLast);
        }

        var at = SkipBlanks(data, start);
        var end = LineEnd(data, at, isLast);
        if (end != at || (at == data.Length && !isLast))
        {
            return end == at ? Incomplete : end;
        }

        rows.BeginRow(start);
        end = Values(data, at, isLast);
        if (end == Incomplete)
        {
            rows.CancelRow();
        }
        else
        {
            rows.EndRow(end);
        }

        return end;
    }

    private int Values(ReadOnlySpan<byte> data, int at, bool isLast)
    {
        while (true)
        {
            at = SkipBlanks(data, at);
            at = at < data.Length && data[at] == quote && quote != 0 ? Quoted(data, at, isLast) : Unquoted(data, at, isLast);
            if (at == Incomplete)
            {
                return Incomplete;
            }

            if (at == data.Length)
            {
                return isLast ? at : Incomplete;
            }

            // A value ends at a delimiter or at the end of the line.
            var end = LineEnd(data, at, isLast);
            if (end != at)
            {
                return end;
            }

            at += delimiter.Length;
            if (at == data.Length && !isLast)
            {
                return Incomplete;
            }

            end = LineEnd(data, at, isLast);
            if (at == data.Length || end != at)
            {
                rows.Add(new CsvField(at, CsvField.Absent));
                return end;
            }
        }
    }

    private int SkipBlanks(ReadOnlySpan<byte> data, int at)
    {
        if (syntax.TrimLeading)
        {
            while (at < data.Length && data[at] <= Blank && data[at] != Feed && !IsDelimiter(data, at) && LineEnd(data, at, isLast: true) == at)
            {
                at++;
            }
        }

        return at;
    }

    private bool IsDelimiter(ReadOnlySpan<byte> data, int at) =>
        data[at] == delimiter[0] && (delimiter.Length == 1 || data[at..].StartsWith(delimiter));

    // Where the next line begins when a line ends here; here when none does, or the data ends.
    private int LineEnd(ReadOnlySpan<byte> data, int at, bool isLast)
    {
        if (at >= data.Length || data[at] is not (Feed or Return))
        {
            return at;
        }

        if (data[at] == Feed)
        {
            HasMixedLineEnds |= LineEnds != LineEnds.Feed;
            return at + 1;
        }

        return LineEnds switch
        {
            LineEnds.Feed => at,
            LineEnds.Return => at + 1,
            _ when at + 1 < data.Length => data[at + 1] == Feed ? at + 2 : at,
            _ => isLast ? at : Incomplete,
        };
    }

    private int LineAfter(ReadOnlySpan<byte> data, int at, bool isLast)
    {
        while (at < data.Length)
        {
            var end = LineEnd(data, at, isLast);
            if (end != at)
            {
                return end;
            }

            at++;
        }

        return isLast ? at : Incomplete;
    }

    // The delimiter or line end at or behind a place; the end of the data.
    private int ValueEnd(ReadOnlySpan<byte> data, int at, bool isLast)
    {
        while (true)
        {
            var stop = data[at..].IndexOfAny(syntax.Stops);
            if (stop < 0)
            {
                return isLast ? data.Length : Incomplete;
            }

            at += stop;
            if (data[at] == delimiter[0])
            {
                if (IsDelimiter(data, at))
                {
                    return at;
                }

                if (!isLast && data.Length - at < delimiter.Length)
                {
                    return Incomplete;
                }
            }
            else if (LineEnd(data, at, isLast) is var end && end != at)
            {
                return end == Incomplete ? end : at;
            }

            at++;
        }
    }

    private int Unquoted(ReadOnlySpan<byte> data, int start, bool isLast)
    {
        var at = ValueEnd(data, start, isLast);
        if (at != Incomplete)
        {
            HasStrayQuote |= delimiter.Length > 1 && quote != 0 && data[start..at].Contains(quote);
            AddPlain(data, start, at);
        }

        return at;
    }

    private void AddPlain(ReadOnlySpan<byte> data, int start, int end)
    {
        while (syntax.TrimTrailing && end > start && data[end - 1] <= Blank)
        {
            end--;
        }

        rows.Add(new CsvField(start, end == start ? CsvField.Absent : end - start));
    }

    private int Quoted(ReadOnlySpan<byte> data, int start, bool isLast)
    {
        var value = new Rewriting(rows, start + 1);
        var at = start + 1;
        while (true)
        {
            var mark = data[at..].IndexOfAny(syntax.Marks);
            at = mark < 0 ? data.Length : at + mark;
            if (at == data.Length)
            {
                return isLast ? Unclosed(data, value, start) : Incomplete;
            }

            var next = at + 1;
            if (next == data.Length && !isLast)
            {
                return Incomplete;
            }

            var c = data[at];
            if (c == Return)
            {
                // Lines in quotes end with a line feed, however the file's lines end.
                if (LineEnds == LineEnds.Return || (LineEnds == LineEnds.ReturnFeed && next < data.Length && data[next] == Feed))
                {
                    value.Keep(data, at);
                    value.Put(LineEnds == LineEnds.Return ? "\n"u8 : []);
                    value.From(next);
                }

                at = next;
            }
            else if (c == escape && next < data.Length && (data[next] == quote || data[next] == escape))
            {
                value.Keep(data, at);
                value.From(next);
                at = next + 1;
            }
            else if (c == escape && c != quote)
            {
                // An escape that nothing follows is left out.
                if (next == data.Length)
                {
                    IsUnclosed = true;
                    return Close(data, value, at, next);
                }

                at = next;
            }
            else if (next < data.Length && data[next] == quote)
            {
                at = next;
            }
            else if (Behind(data, start, at, value, isLast) is var end && end != at)
            {
                return end;
            }
        }
    }

    private int Unclosed(ReadOnlySpan<byte> data, Rewriting value, int start)
    {
        IsUnclosed = true;
        HasStrayQuote |= delimiter.Length > 1;
        if (start + 1 < data.Length)
        {
            return Close(data, value, data.Length, data.Length);
        }

        // A quote that nothing follows stands for itself.
        rows.Add(new CsvField(start, 1));
        return data.Length;
    }

    // What follows a quote that may close the value.
    private int Behind(ReadOnlySpan<byte> data, int start, int at, Rewriting value, bool isLast)
    {
        var behind = at + 1;
        while (behind < data.Length && data[behind] <= Blank && !IsDelimiter(data, behind) && LineEnd(data, behind, isLast) == behind)
        {
            behind++;
        }

        if (behind == data.Length)
        {
            return isLast ? Close(data, value, at, behind) : Incomplete;
        }

        var end = LineEnd(data, behind, isLast);
        if (end == Incomplete || (!isLast && data.Length - behind < delimiter.Length))
        {
            return Incomplete;
        }

        if (end != behind || IsDelimiter(data, behind))
        {
            return Close(data, value, at, behind);
        }

        // Not a closing quote after all: the quotes belong to the value, which goes on to the next delimiter.
        var stop = ValueEnd(data, behind, isLast);
        if (stop == Incomplete)
        {
            return Incomplete;
        }

        HasStrayQuote |= delimiter.Length > 1 || (behind == at + 1 ? data[behind] == escape : stop == data.Length && data[behind..].Contains(quote));
        if (!value.IsRewritten)
        {
            AddPlain(data, start, stop);
            return stop;
        }

        value.Keep(data, stop);
        rows.Add(value.Field(prefix: quote, syntax.TrimTrailing));
        return stop;
    }

    private int Close(ReadOnlySpan<byte> data, Rewriting value, int at, int behind)
    {
        if (!value.IsRewritten)
        {
            rows.Add(new CsvField(value.Start, at - value.Start));
        }
        else
        {
            value.Keep(data, at);
            rows.Add(value.Field(prefix: 0, trim: false));
        }

        return behind;
    }

    /// <summary>A value whose bytes are not simply those of the file.</summary>
    private ref struct Rewriting(CsvRows rows, int start)
    {
        private int from = start;
        private int first = -1;

        public int Start { get; } = start;

        public readonly bool IsRewritten => first >= 0;

        /// <summary>Takes what was not taken yet, up to a place.</summary>
        public void Keep(ReadOnlySpan<byte> data, int to)
        {
            if (first < 0)
            {
                first = rows.RewriteStart;
                rows.Rewrite("\0"u8);
            }

            rows.Rewrite(data[from..to]);
            from = to;
        }

        public readonly void Put(ReadOnlySpan<byte> bytes) => rows.Rewrite(bytes);

        public void From(int place) => from = place;

        /// <summary>The value; the byte in front of it is the prefix, if it has one.</summary>
        public readonly CsvField Field(byte prefix, bool trim)
        {
            rows.SetRewritten(first, prefix);
            var begin = prefix == 0 ? first + 1 : first;
            return new CsvField(begin, trim ? rows.TrimRewritten(begin) : rows.RewrittenLength(begin));
        }
    }
}
