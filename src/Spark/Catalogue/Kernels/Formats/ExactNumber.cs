using System.Globalization;
using System.Numerics;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>A number's exact value, a double's binary one too, as a fraction: what rounding by half even needs.</summary>
internal readonly record struct ExactNumber(bool Negative, BigInteger Numerator, BigInteger Denominator)
{
    private const int MantissaBits = 52;
    private const int ExponentBias = 1075;

    public static ExactNumber Of(long value) => new(value < 0, BigInteger.Abs(value), BigInteger.One);

    public static ExactNumber Of(DecimalValue value) =>
        new(value.Unscaled < 0, BigInteger.Abs((BigInteger)value.Unscaled), BigInteger.Pow(10, value.Scale));

    /// <summary>A finite double.</summary>
    public static ExactNumber Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> MantissaBits) & 0x7FF);
        var mantissa = bits & ((1L << MantissaBits) - 1);
        mantissa = exponent == 0 ? mantissa : mantissa | (1L << MantissaBits);
        var shift = Math.Max(exponent, 1) - ExponentBias;
        return shift >= 0
            ? new(double.IsNegative(value), (BigInteger)mantissa << shift, BigInteger.One)
            : new(double.IsNegative(value), mantissa, BigInteger.One << -shift);
    }

    public ExactNumber Times(int factor) => this with { Numerator = Numerator * factor };

    /// <summary>The digits of the value with that many places after the point, half even; places may be negative.</summary>
    public string Digits(int places)
    {
        var numerator = places > 0 ? Numerator * BigInteger.Pow(10, places) : Numerator;
        var denominator = places < 0 ? Denominator * BigInteger.Pow(10, -places) : Denominator;
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var compared = (rest * 2).CompareTo(denominator);
        if (compared > 0 || (compared == 0 && !quotient.IsEven))
        {
            quotient += 1;
        }

        return quotient.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The exponent e of 0.d... * 10^e with d not zero; 0 of zero.</summary>
    public int DecimalExponent()
    {
        if (Numerator.IsZero)
        {
            return 0;
        }

        var guess = (int)Math.Floor(BigInteger.Log10(Numerator) - BigInteger.Log10(Denominator)) + 1;

        // The logarithms may be off by a last digit: the value is less than 10^e, and at least 10^(e-1).
        while (!IsBelow(guess))
        {
            guess++;
        }

        while (IsBelow(guess - 1))
        {
            guess--;
        }

        return guess;
    }

    private bool IsBelow(int exponent) => exponent >= 0
        ? Numerator < Denominator * BigInteger.Pow(10, exponent)
        : Numerator * BigInteger.Pow(10, -exponent) < Denominator;
}
