namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>The blanks that casts of text leave out at both ends.</summary>
internal static class CastText
{
    /// <summary>Without ASCII blanks and control characters (DEL too) at both ends: integers, booleans, dates, timestamps.</summary>
    public static ReadOnlySpan<char> TrimAll(string text)
    {
        var (start, end) = TrimmedRange(text);
        return text.AsSpan(start, end - start);
    }

    /// <summary>First index kept, and the index after the last one kept.</summary>
    public static (int Start, int End) TrimmedRange(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    /// <summary>As Java's <c>String.trim</c>, without what is not above a space: doubles and decimals.</summary>
    public static ReadOnlySpan<char> TrimJava(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && text[start] <= ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] <= ' ')
        {
            end--;
        }

        return text.AsSpan(start, end - start);
    }

    private static bool IsBlank(char c) => c is <= ' ' or '\u007f';
}
