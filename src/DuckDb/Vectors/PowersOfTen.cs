namespace SparkEtl.DuckDb;

/// <summary>10^0 to 10^38.</summary>
internal static class PowersOfTen
{
    private static readonly Int128[] Values = Compute();

    internal static Int128 Of(int exponent) => Values[exponent];

    /// <summary>Whether a number has at most this many digits, 1 to 38.</summary>
    internal static bool Fits(Int128 value, int digits) => value < Values[digits] && value > -Values[digits];

    private static Int128[] Compute()
    {
        var values = new Int128[39];
        values[0] = 1;
        for (int i = 1; i < values.Length; i++)
            values[i] = values[i - 1] * 10;
        return values;
    }
}
