using System.Text;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>Reads the records of one file, many at once, split but not converted.</summary>
internal sealed class CsvReader : IDisposable
{
    private const byte Feed = (byte)'\n';
    private const byte Return = (byte)'\r';

    private readonly CsvOptions options;
    private readonly CsvFile file;
    private readonly TextFile bytes;
    private byte[] left = [];
    private long line = 1;
    private LineEnds? lineEnds;
    private bool awaitsHeader;
    private bool ended;

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="skipHeader">Whether the first record is left out.</param>
    public CsvReader(CsvFile file, CsvOptions options, bool skipHeader)
    {
        this.options = options;
        this.file = file;
        awaitsHeader = skipHeader;
        lineEnds = options.Syntax.LineEnd;
        bytes = TextFile.Open(file.File.Path, options.Encoding);
    }

    /// <summary>Reads the next records.</summary>
    /// <param name="batch">Takes them.</param>
    /// <param name="places">The wanted columns by position in the file.</param>
    /// <returns>False when there are none left.</returns>
    public bool Read(CsvBatch batch, IReadOnlyList<int> places)
    {
        while (!ended)
        {
            batch.Begin(file, line, left, places);
            batch.Rows.LargeSize = options.MaxCharacters;
            left = [];
            var tokenizer = new CsvTokenizer(options.Syntax, batch.Rows);
            int end;
            while (true)
            {
                var room = batch.Room;
                var read = bytes.Fill(room);
                batch.Added(read);
                ended = read < room.Length;
                end = Split(batch, tokenizer);
                if (end > 0 || ended)
                {
                    break;
                }

                batch.Grow();
            }

            left = batch.Data[end..].ToArray();
            line += LinesIn(batch.Data[..end]);
            batch.Cut(end);
            if (batch.Rows.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => bytes.Dispose();

    /// <summary>How many lines end in some bytes.</summary>
    internal static int LinesIn(ReadOnlySpan<byte> data)
    {
        var feeds = data.Count(Feed);
        return feeds > 0 ? feeds : data.Count(Return);
    }

    // Splits what there is; where the last record that is complete ends.
    private int Split(CsvBatch batch, CsvTokenizer tokenizer)
    {
        var data = batch.Data;
        lineEnds ??= LineEndsOf(data);
        tokenizer.LineEnds = options.Syntax.MultiLine || options.Syntax.LineEnd is not null ? lineEnds.Value : LineEnds.Feed;
        var at = 0;
        while (at < data.Length)
        {
            var before = batch.Rows.Count;
            var end = options.Syntax.MultiLine ? tokenizer.Read(data, at, ended) : ReadLine(data, at, tokenizer);
            if (end == CsvTokenizer.Incomplete)
            {
                return at;
            }

            Check(batch, tokenizer, before);
            if (awaitsHeader && batch.Rows.Count > before)
            {
                batch.Rows.RemoveLast();
                awaitsHeader = false;
            }

            at = end;
        }

        return at;
    }

    private int ReadLine(ReadOnlySpan<byte> data, int start, CsvTokenizer tokenizer)
    {
        var (end, next) = TextLine.Of(data, start, options.Syntax.LineEnd, ended);
        if (next < 0)
        {
            return CsvTokenizer.Incomplete;
        }

        if (!IsBlank(data[start..end]))
        {
            tokenizer.Read(data[..end], start, isLast: true);
        }

        return next;
    }

    private void Check(CsvBatch batch, CsvTokenizer tokenizer, int row)
    {
        if (tokenizer.HasMixedLineEnds)
        {
            throw CsvErrors.MixedLineEnds(batch, row, tokenizer.LineEnds);
        }

        if (tokenizer.HasStrayQuote)
        {
            throw CsvErrors.StrayQuote(batch, row, options);
        }

        if (tokenizer.IsUnclosed && options.Mode == MalformedMode.FailFast)
        {
            throw CsvErrors.Unclosed(batch, row, options);
        }

        if (batch.Rows.Count > row && batch.Rows.Values(row) > options.MaxColumns)
        {
            throw CsvErrors.TooManyColumns(batch, row, options.MaxColumns);
        }

        if (batch.Rows.Count > row && batch.Rows.Large.Count > 0)
        {
            CheckSize(batch, row);
        }
    }

    private void CheckSize(CsvBatch batch, int row)
    {
        foreach (var value in batch.Rows.Large)
        {
            if (Encoding.UTF8.GetCharCount(batch.Rows.Bytes(batch.Data, value)) is var found && found > options.MaxCharacters)
            {
                throw CsvErrors.TooManyCharacters(batch, row, found, options.MaxCharacters);
            }
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> text)
    {
        foreach (var c in text)
        {
            if (c > ' ')
            {
                return false;
            }
        }

        return true;
    }

    private static LineEnds LineEndsOf(ReadOnlySpan<byte> data) => data.IndexOfAny(Feed, Return) is >= 0 and var first && data[first] == Return
        ? first + 1 < data.Length && data[first + 1] == Feed ? LineEnds.ReturnFeed : LineEnds.Return
        : LineEnds.Feed;
}
