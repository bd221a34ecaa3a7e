using System.Globalization;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Decimals as Java's <c>BigDecimal.toString</c> has them: with an exponent when more than six zeros would follow the point.</summary>
internal static class JavaDecimalText
{
    private const int SmallestPlainExponent = -6;

    public static string Of(DecimalValue value)
    {
        var digits = Int128.Abs(value.Unscaled).ToString(CultureInfo.InvariantCulture);
        var exponent = digits.Length - 1 - value.Scale;
        if (exponent >= SmallestPlainExponent)
        {
            return value.ToString();
        }

        var point = digits.Length > 1 ? "." : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{(value.Unscaled < 0 ? "-" : string.Empty)}{digits[0]}{point}{digits[1..]}E{exponent}");
    }
}
