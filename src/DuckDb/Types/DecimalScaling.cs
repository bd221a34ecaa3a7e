namespace SparkEtl.DuckDb;

/// <summary>Exact changes of scale.</summary>
internal static class DecimalScaling
{
    /// <summary>The digits of a .NET number or decimal at a given scale, or null when that would lose digits or is no decimal.</summary>
    internal static Int128? Unscaled(object value, int scale) => value switch
    {
        DuckDbDecimal d => Rescale(d.Unscaled, d.Scale, scale),
        decimal d => Rescale(FromDecimal(d), d.Scale, scale),
        _ => null,
    };

    internal static Int128 FromDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        var magnitude = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return value < 0 ? -(Int128)magnitude : (Int128)magnitude;
    }

    private static Int128? Rescale(Int128 unscaled, int from, int to)
    {
        if (from > to)
        {
            (Int128 quotient, Int128 remainder) = Int128.DivRem(unscaled, PowersOfTen.Of(from - to));
            return remainder == 0 ? quotient : null;
        }
        return PowersOfTen.Fits(unscaled, Math.Max(1, 38 - (to - from))) ? unscaled * PowersOfTen.Of(to - from) : unscaled == 0 ? 0 : null;
    }
}
