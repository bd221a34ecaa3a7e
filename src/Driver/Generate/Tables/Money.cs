namespace SparkEtl.Driver.Generate.Tables;

/// <summary>Amounts in hundredths.</summary>
internal static class Money
{
    /// <summary>The largest amount that decimal(18,2) holds.</summary>
    public const long Largest = 9_999_999_999_999_999_99;

    /// <summary>2^53 + 1 and a cent: a reader that goes through double loses it.</summary>
    public const long Unround = 9_007_199_254_740_993_01;

    private static readonly long[] Bounds = [50_00, 250_00, 250_00, 1_000_00, 12_000_00];

    /// <summary>An everyday amount, more than zero.</summary>
    public static long Some(ref RowRandom random) => 1 + random.Below(Bounds[random.Below(Bounds.Length)]);
}
