using System.Text;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

/// <summary>How files of text are cut into records.</summary>
/// <param name="End">What ends a record; null for the ends of lines: LF, CR LF and CR.</param>
/// <param name="IsWhole">Whether a file is one record.</param>
/// <param name="Encoding">What the bytes mean; null for UTF-8.</param>
internal sealed record RecordForm(byte[]? End, bool IsWhole, Encoding? Encoding)
{
    /// <summary>What the option lineSep says; null when it is not set.</summary>
    public static byte[]? EndOf(ReadOptions options) => options.Text("linesep") switch
    {
        null => null,
        "" => throw options.Invalid("lineSep", "", "at least one character"),
        var text => System.Text.Encoding.UTF8.GetBytes(text),
    };

    /// <summary>Where the last record that surely ends within the bytes ends; 0 when none does.</summary>
    public int LastEnd(ReadOnlySpan<byte> data)
    {
        if (IsWhole)
        {
            return 0;
        }

        if (End is not null)
        {
            return data.LastIndexOf(End) is >= 0 and var at ? at + End.Length : 0;
        }

        // Behind the last byte there may be the feed that belongs to a return.
        var feed = data.LastIndexOf((byte)'\n');
        return feed >= 0 ? feed + 1 : data[..^1].LastIndexOf((byte)'\r') + 1;
    }

    /// <summary>The record that begins at a place of whole ones: where it ends, and where the next begins.</summary>
    public (int End, int Next) Record(ReadOnlySpan<byte> data, int start)
    {
        if (IsWhole)
        {
            return (data.Length, data.Length);
        }

        if (End is null)
        {
            return TextLine.Of(data, start, null, isLast: true);
        }

        var length = data[start..].IndexOf(End);
        return length < 0 ? (data.Length, data.Length) : (start + length, start + length + End.Length);
    }

    /// <summary>How many lines end in the bytes.</summary>
    public int Lines(ReadOnlySpan<byte> data) =>
        End is not null ? data.Count(End) : data.Count((byte)'\n') is > 0 and var feeds ? feeds : data.Count((byte)'\r');
}
