using SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

/// <summary>Finds lines: by default each of LF, CR LF and CR ends one.</summary>
internal static class TextLine
{
    private const byte Feed = (byte)'\n';
    private const byte Return = (byte)'\r';

    /// <summary>The line that begins at a place.</summary>
    /// <param name="data">Bytes of the file.</param>
    /// <param name="start">The place.</param>
    /// <param name="ends">What ends lines; null for any of them.</param>
    /// <param name="isLast">Whether the file ends with the data.</param>
    /// <returns>Where its text ends, and where the next line begins; -1 for the latter when the line goes on behind the data.</returns>
    public static (int End, int Next) Of(ReadOnlySpan<byte> data, int start, LineEnds? ends, bool isLast)
    {
        var rest = data[start..];
        var length = ends switch
        {
            null => rest.IndexOfAny(Feed, Return),
            LineEnds.Feed => rest.IndexOf(Feed),
            LineEnds.ReturnFeed => rest.IndexOf("\r\n"u8),
            _ => rest.IndexOf(Return),
        };
        if (length < 0)
        {
            return (data.Length, isLast ? data.Length : -1);
        }

        var end = start + length;
        if (ends is LineEnds.ReturnFeed)
        {
            return (end, end + 2);
        }

        if (ends is null && data[end] == Return)
        {
            return end + 1 < data.Length ? (end, data[end + 1] == Feed ? end + 2 : end + 1) : (end, isLast ? end + 1 : -1);
        }

        return (end, end + 1);
    }
}
