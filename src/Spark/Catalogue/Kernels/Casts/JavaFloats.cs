namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Text as Java's parseDouble and parseFloat read it: <c>NaN</c> and <c>Infinity</c> in that spelling only.</summary>
internal static class JavaFloats
{
    public static double? ToDouble(string text) => IsJava(text) ? TextToNumber.ToDouble(text) : null;

    public static float? ToFloat(string text) => IsJava(text) ? TextToNumber.ToFloat(text) : null;

    // Words beyond Java's are those that casts take in any case.
    private static bool IsJava(string text)
    {
        var span = CastText.TrimJava(text);
        var word = span is ['-' or '+', ..] ? span[1..] : span;
        return word.IsEmpty || !char.IsAsciiLetter(word[0]) || word is "NaN" or "Infinity";
    }
}
