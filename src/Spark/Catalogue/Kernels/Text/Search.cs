namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Where a string stands in another; positions are counted from 1, 0 is nowhere.</summary>
internal static class Search
{
    public static int Position(string text, string part)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return at < 0 ? 0 : CodePoints.NumberOf(text, at) + 1;
    }

    /// <summary>As <see cref="Position"/>, sought from a position on. A null position, or one before 1, finds nothing.</summary>
    public static int? Locate(string? part, string? text, int? from)
    {
        if (from is null)
        {
            return 0;
        }

        if (part is null || text is null)
        {
            return null;
        }

        if (from < 1)
        {
            return 0;
        }

        // An empty string is found at once, wherever the search begins.
        if (part.Length == 0)
        {
            return 1;
        }

        var start = CodePoints.Offset(text, from.Value - 1L);
        var at = text.IndexOf(part, start, StringComparison.Ordinal);
        return at < 0 ? 0 : CodePoints.NumberOf(text, at) + 1;
    }

    /// <summary>The number of an item in a list separated by commas; an item with a comma is nowhere.</summary>
    public static int InSet(string item, string list)
    {
        if (item.Contains(','))
        {
            return 0;
        }

        var number = 1;
        foreach (var range in list.AsSpan().Split(','))
        {
            if (list.AsSpan(range).SequenceEqual(item))
            {
                return number;
            }

            number++;
        }

        return 0;
    }

    public static bool Contains(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part) >= 0;

    public static bool StartsWith(byte[] bytes, byte[] part) => bytes.AsSpan().StartsWith(part);

    public static bool EndsWith(byte[] bytes, byte[] part) => bytes.AsSpan().EndsWith(part);
}
