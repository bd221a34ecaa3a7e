namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Parts of strings and binaries, by positions counted from 1, or from the end when negative.</summary>
internal static class Slices
{
    public static string Substring(string text, int position, int length)
    {
        // The length is counted only when the position is: most are from the front.
        var count = position < 0 ? CodePoints.Count(text) : text.Length;
        var (start, end) = Bounds(count, position, length);
        if (start >= end)
        {
            return string.Empty;
        }

        var from = CodePoints.Offset(text, start);
        return text[from..CodePoints.Offset(text, end - start, from)];
    }

    public static byte[] Substring(byte[] bytes, int position, int length)
    {
        var (start, end) = Bounds(bytes.Length, position, length);
        end = Math.Min(end, bytes.Length);
        return start >= end ? [] : bytes[(int)start..(int)end];
    }

    public static string Left(string text, int length) => Substring(text, 1, length);

    public static string Right(string text, int length)
    {
        var skipped = CodePoints.Count(text) - (long)length;
        return length <= 0 ? string.Empty : skipped <= 0 ? text : text[CodePoints.Offset(text, skipped)..];
    }

    /// <summary>What stands before the delimiter of that number, or behind it when counted from the end.</summary>
    public static string BeforeDelimiter(string text, string delimiter, int count)
    {
        if (delimiter.Length == 0 || count == 0)
        {
            return string.Empty;
        }

        var at = count > 0 ? -1 : text.Length;
        for (long left = Math.Abs((long)count); left > 0; left--)
        {
            // Matches may overlap: the next is sought one further.
            at = count > 0
                ? at + 1 > text.Length ? -1 : text.IndexOf(delimiter, at + 1, StringComparison.Ordinal)
                : LastIndexBefore(text, delimiter, at);
            if (at < 0)
            {
                return text;
            }
        }

        return count > 0 ? text[..at] : text[(at + delimiter.Length)..];
    }

    /// <summary>Replaces what stands from a position on; as many code points as the new text has when the length is negative.</summary>
    public static string Overlay(string text, string with, int position, int length)
    {
        var head = Substring(text, 1, (int)Math.Max((long)position - 1, int.MinValue));
        var taken = length >= 0 ? length : CodePoints.Count(with);
        return string.Concat(head, with, From(text, (long)position + taken));
    }

    public static byte[] Overlay(byte[] bytes, byte[] with, int position, int length)
    {
        var head = Substring(bytes, 1, (int)Math.Max((long)position - 1, int.MinValue));
        var next = Math.Min(int.MaxValue, (long)position + (length >= 0 ? length : with.Length));
        return [.. head, .. with, .. Substring(bytes, (int)next, int.MaxValue)];
    }

    private static string From(string text, long position) => position > int.MaxValue ? string.Empty : Substring(text, (int)position, int.MaxValue);

    private static (long Start, long End) Bounds(int count, int position, int length)
    {
        var start = position > 0 ? position - 1L : position < 0 ? (long)count + position : 0;
        return (Math.Max(start, 0), start + length);
    }

    // Spark walks back one byte at a time; the match must begin before the last one found.
    private static int LastIndexBefore(string text, string delimiter, int at)
    {
        var from = Math.Min(at - 1, text.Length - delimiter.Length);
        return from < 0 ? -1 : text.LastIndexOf(delimiter, from + delimiter.Length - 1, StringComparison.Ordinal);
    }
}
