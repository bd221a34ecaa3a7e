namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>Numbers in the form of <c>format_number</c>, for one place of a query.</summary>
internal sealed class NumberFormats
{
    private volatile Entry? last;

    /// <summary>With so many places after the point and commas between thousands; null for a negative number of places.</summary>
    public static NumberPattern? Places(int places) => places < 0 ? null : new NumberPattern
    {
        Grouping = 3,
        LeastWhole = 1,
        LeastFraction = places,
        MostFraction = places,
        NegativePrefix = "-",
    };

    /// <summary>The pattern of that text; a number grouped in thousands when it is empty.</summary>
    public NumberPattern Get(string pattern)
    {
        var known = last;
        if (known?.Text == pattern)
        {
            return known.Pattern;
        }

        var read = pattern.Length == 0 ? Places(0)! : NumberPatternReader.Read(pattern);
        last = new Entry(pattern, read);
        return read;
    }

    private sealed record Entry(string Text, NumberPattern Pattern);
}
