namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Takes spaces, or the characters of a set, off the ends of a string.</summary>
internal static class Trims
{
    public static string Both(string text) => text.Trim(' ');

    public static string Left(string text) => text.TrimStart(' ');

    public static string Right(string text) => text.TrimEnd(' ');

    public static string Both(string text, string characters) => Right(Left(text, characters), characters);

    public static string Left(string text, string characters)
    {
        var start = 0;
        while (start < text.Length && Contains(characters, text.AsSpan(start, CodePoints.Width(text, start))))
        {
            start += CodePoints.Width(text, start);
        }

        return text[start..];
    }

    public static string Right(string text, string characters)
    {
        var end = text.Length;
        while (end > 0)
        {
            var width = end > 1 && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? 2 : 1;
            if (!Contains(characters, text.AsSpan(end - width, width)))
            {
                break;
            }

            end -= width;
        }

        return text[..end];
    }

    private static bool Contains(string characters, ReadOnlySpan<char> character) =>
        characters.AsSpan().IndexOf(character, StringComparison.Ordinal) >= 0;
}
