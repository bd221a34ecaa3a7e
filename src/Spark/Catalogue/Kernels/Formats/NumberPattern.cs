using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>
/// A pattern of Java's <c>DecimalFormat</c>, English symbols: <c>#,##0.00</c>, <c>0.##E0</c>, <c>0.0%</c>, a second pattern for negative numbers
/// after a semicolon. Rounds half even on the exact value.
/// </summary>
internal sealed record NumberPattern
{
    public string Prefix { get; init; } = string.Empty;

    public string Suffix { get; init; } = string.Empty;

    public string NegativePrefix { get; init; } = "-";

    public string NegativeSuffix { get; init; } = string.Empty;

    public int LeastWhole { get; init; }

    /// <summary>The most digits before an exponent.</summary>
    public int MostWhole { get; init; } = int.MaxValue;

    public int LeastFraction { get; init; }

    public int MostFraction { get; init; }

    /// <summary>Digits between commas; 0 for none.</summary>
    public int Grouping { get; init; }

    public bool ShowsPoint { get; init; }

    /// <summary>The fewest digits of the exponent, null when there is none.</summary>
    public int? ExponentDigits { get; init; }

    /// <summary>1, 100 or 1000: what a number is multiplied by before it is shown.</summary>
    public int Multiplier { get; init; } = 1;

    public string Format(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        return double.IsInfinity(value) ? Affixed(value < 0, "∞") : Format(ExactNumber.Of(value));
    }

    public string Format(ExactNumber value)
    {
        var scaled = value.Times(Multiplier);
        return Affixed(scaled.Negative, ExponentDigits is null ? Plain(scaled) : Scientific(scaled, ExponentDigits.Value));
    }

    private string Affixed(bool negative, string digits) =>
        negative ? $"{NegativePrefix}{digits}{NegativeSuffix}" : $"{Prefix}{digits}{Suffix}";

    private string Plain(ExactNumber value)
    {
        var digits = value.Digits(MostFraction).PadLeft(MostFraction + 1, '0');
        var whole = digits[..^MostFraction].TrimStart('0').PadLeft(LeastWhole, '0');
        var fraction = digits[^MostFraction..].TrimEnd('0').PadRight(LeastFraction, '0');
        if (whole.Length == 0 && fraction.Length == 0)
        {
            whole = "0";
        }

        return $"{Grouped(whole)}{(fraction.Length > 0 || ShowsPoint ? "." : string.Empty)}{fraction}";
    }

    private string Grouped(string whole)
    {
        if (Grouping == 0)
        {
            return whole;
        }

        var text = new StringBuilder(whole.Length * 2);
        for (var i = 0; i < whole.Length; i++)
        {
            text.Append(i > 0 && (whole.Length - i) % Grouping == 0 ? "," : string.Empty).Append(whole[i]);
        }

        return text.ToString();
    }

    private string Scientific(ExactNumber value, int exponentDigits)
    {
        // The significant digits first: so many as the pattern has places, all of them when it has none.
        var zero = value.Numerator.IsZero;
        var first = value.DecimalExponent();
        var most = Math.Min(MostWhole, 400) + MostFraction;
        var digits = zero ? string.Empty : value.Digits((most == 0 ? 340 : most) - first);
        var at = zero ? 0 : first + (digits.Length - (most == 0 ? 340 : most));
        digits = digits.TrimEnd('0');

        var leastWhole = LeastWhole;
        int exponent;
        if (MostWhole > 1 && MostWhole > LeastWhole)
        {
            // The exponent is a multiple of the most whole digits.
            exponent = at >= 1 ? (at - 1) / MostWhole * MostWhole : (at - MostWhole) / MostWhole * MostWhole;
            leastWhole = 1;
        }
        else
        {
            exponent = at - (LeastWhole > 0 || LeastFraction > 0 ? LeastWhole : 1);
        }

        var whole = zero ? leastWhole : at - exponent;
        exponent = zero ? 0 : exponent;
        var shown = digits.PadRight(Math.Max(LeastWhole + LeastFraction, whole), '0');
        var point = shown.Length > whole || ShowsPoint ? "." : string.Empty;
        var power = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(exponentDigits, '0');
        return $"{shown[..whole]}{point}{shown[whole..]}E{(exponent < 0 ? "-" : string.Empty)}{power}";
    }
}
