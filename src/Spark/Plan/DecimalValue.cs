using System.Globalization;

namespace SparkEtl.Spark.Plan;

/// <summary>An exact decimal of at most 38 digits: <see cref="Unscaled"/> / 10^<see cref="Scale"/>.</summary>
internal readonly record struct DecimalValue(Int128 Unscaled, int Scale)
{
    public override string ToString()
    {
        var negative = Unscaled < 0;
        var digits = (negative ? -Unscaled : Unscaled).ToString(CultureInfo.InvariantCulture);
        if (Scale > 0)
        {
            digits = digits.PadLeft(Scale + 1, '0');
            digits = $"{digits[..^Scale]}.{digits[^Scale..]}";
        }

        return negative ? "-" + digits : digits;
    }
}
