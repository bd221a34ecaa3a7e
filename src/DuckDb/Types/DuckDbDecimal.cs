using System.Globalization;

namespace SparkEtl.DuckDb;

/// <summary>An exact number of at most 38 digits: <c>Unscaled / 10^Scale</c>.</summary>
/// <param name="Unscaled">All digits, without the point.</param>
/// <param name="Scale">How many of them are after the point, 0 to 38.</param>
public readonly record struct DuckDbDecimal(Int128 Unscaled, int Scale)
{
    /// <summary>The number as DuckDB writes it, such as <c>-0.05</c>.</summary>
    public override string ToString()
    {
        string digits = (Unscaled < 0 ? (UInt128)(-Unscaled) : (UInt128)Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        string sign = Unscaled < 0 ? "-" : "";
        return Scale == 0 ? sign + digits : $"{sign}{digits[..^Scale]}.{digits[^Scale..]}";
    }
}
