namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>The forms of <c>format_number</c>, for one place of a query.</summary>
internal sealed class NumberFormats
{
    private readonly TextLookup<NumberPattern> known = new(text => text.Length == 0 ? Places(0)! : NumberPatternReader.Read(text));

    /// <summary>With so many places after the point and commas between thousands; null for a negative number of places.</summary>
    public static NumberPattern? Places(int places) =>
        places < 0 ? null : new NumberPattern { Grouping = 3, LeastWhole = 1, LeastFraction = places, MostFraction = places };

    /// <summary>The pattern of that text; a number grouped in thousands when it is empty.</summary>
    public NumberPattern Get(string pattern) => known.Get(pattern);
}
