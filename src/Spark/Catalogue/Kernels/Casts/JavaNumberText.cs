using System.Globalization;
using System.Numerics;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>
/// Doubles and floats as the JVM prints them (Java 8 to 18): <c>1.0</c>, <c>1.0E20</c>, <c>NaN</c>. The digits are not always the shortest
/// that identify the value: <c>2E23</c> prints as <c>1.9999999999999998E23</c>, and casts to string and to decimal show it.
/// </summary>
internal static class JavaNumberText
{
    private const int FractionBits = 52;
    private const int FloatFractionBits = 23;
    private const long FractionMask = (1L << FractionBits) - 1;
    private const long HiddenBit = 1L << FractionBits;

    // Doubles whose bits reach from 2^-21 to 2^62 may be done in one long.
    private const int LargestSmallExponent = 62;
    private const int SmallestSmallExponent = -21;

    public static string Of(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }

        return value == 0 ? double.IsNegative(value) ? "-0.0" : "0.0" : Write(double.IsNegative(value), Digits(value));
    }

    public static string Of(float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value) || value == 0)
        {
            return Of((double)value);
        }

        return Write(float.IsNegative(value), Digits(value));
    }

    /// <summary>The decimal digits of a finite value other than zero, sign left out: 0.<c>Digits</c> * 10^<c>Exponent</c>.</summary>
    public static (string Digits, int Exponent) Digits(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var fraction = bits & FractionMask;
        var exponent = (int)((bits >> FractionBits) & 0x7ff);
        var significant = FractionBits + 1;
        if (exponent == 0)
        {
            var shift = BitOperations.LeadingZeroCount((ulong)fraction) - (63 - FractionBits);
            fraction <<= shift;
            exponent = 1 - shift;
            significant -= shift;
        }
        else
        {
            fraction |= HiddenBit;
        }

        return Develop(exponent - 1023, fraction, significant);
    }

    private static (string Digits, int Exponent) Digits(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        var fraction = bits & ((1 << FloatFractionBits) - 1);
        var exponent = (bits >> FloatFractionBits) & 0xff;
        var significant = FloatFractionBits + 1;
        if (exponent == 0)
        {
            var shift = BitOperations.LeadingZeroCount((uint)fraction) - (31 - FloatFractionBits);
            fraction <<= shift;
            exponent = 1 - shift;
            significant -= shift;
        }
        else
        {
            fraction |= 1 << FloatFractionBits;
        }

        return Develop(exponent - 127, (long)fraction << (FractionBits - FloatFractionBits), significant);
    }

    // value = fraction / 2^52 * 2^exponent, the top bit of fraction (bit 52) set; significant bits of it are real.
    private static (string Digits, int Exponent) Develop(int exponent, long fraction, int significant)
    {
        var trailing = BitOperations.TrailingZeroCount(fraction);
        var used = FractionBits + 1 - trailing;
        var tiny = Math.Max(0, used - exponent - 1);
        if (tiny == 0 && exponent is <= LargestSmallExponent and >= SmallestSmallExponent && used < 64)
        {
            return WholeNumber(exponent, fraction, significant);
        }

        // Steele and White's scheme: the value is b / s, half the distance to its neighbours m / s.
        var decimalExponent = EstimateExponent(exponent, fraction);
        var five = Math.Max(0, -decimalExponent);
        var two = five + tiny + exponent;
        var scaleFive = Math.Max(0, decimalExponent);
        var scaleTwo = scaleFive + tiny;
        var marginTwo = two - significant;
        fraction >>= trailing;
        two -= used - 1;
        var common = Math.Min(two, scaleTwo);
        two -= common;
        scaleTwo -= common;
        marginTwo -= common;
        if (used == 1)
        {
            // Below a power of two the neighbour is half as far.
            marginTwo--;
        }

        if (marginTwo < 0)
        {
            two -= marginTwo;
            scaleTwo -= marginTwo;
            marginTwo = 0;
        }

        var width = Math.Max(used + two + BitsOfFive(five), scaleTwo + 1 + BitsOfFive(scaleFive + 1));
        var b = (BigInteger.Pow(5, five) * fraction) << two;
        var s = BigInteger.Pow(5, scaleFive) << scaleTwo;
        var m = BigInteger.Pow(5, five) << marginTwo;
        return width switch
        {
            < 32 => Generate((int)b, (int)s, (int)m, decimalExponent),
            < 64 => Generate((long)b, (long)s, (long)m, decimalExponent),
            _ => Generate(b, s, m, decimalExponent),
        };
    }

    // Over int and long the sums below may overflow, as they do in the JVM: a few floats have a wrong last digit there, and so here.
    private static (string Digits, int Exponent) Generate<T>(T b, T s, T m, int decimalExponent)
        where T : IBinaryInteger<T>
    {
        Span<char> digits = stackalloc char[24];
        var count = 0;
        var ten = T.CreateChecked(10);
        var tens = s * ten;
        bool low, high;
        Next(ref b, ref m, out var digit);
        if (digit == 0 && !high)
        {
            decimalExponent--;
        }
        else
        {
            digits[count++] = (char)('0' + digit);
        }

        if (decimalExponent is < -3 or >= 8)
        {
            // The form with an exponent has at least one digit after the point.
            low = high = false;
        }

        while (!low && !high)
        {
            Next(ref b, ref m, out digit);
            digits[count++] = (char)('0' + digit);
        }

        if (high && (!low || RoundsUp(T.Sign(b + b - tens), digits[count - 1])))
        {
            RoundUp(digits, ref count, ref decimalExponent);
        }

        return (new string(digits[..count]), decimalExponent + 1);

        void Next(ref T rest, ref T margin, out int quotient)
        {
            (var whole, rest) = T.DivRem(rest, s);
            quotient = int.CreateChecked(whole);
            rest *= ten;
            margin *= ten;
            var sum = rest + margin;
            low = !T.IsPositive(margin) || T.IsZero(margin) || rest < margin;
            high = !T.IsPositive(margin) || T.IsZero(margin) || sum > tens || (typeof(T) == typeof(BigInteger) && sum == tens);
        }
    }

    private static bool RoundsUp(int comparedWithHalf, char lastDigit) => comparedWithHalf == 0 ? (lastDigit & 1) != 0 : comparedWithHalf > 0;

    private static void RoundUp(Span<char> digits, ref int count, ref int decimalExponent)
    {
        var i = count - 1;
        while (digits[i] == '9' && i > 0)
        {
            digits[i--] = '0';
        }

        if (digits[i] == '9')
        {
            digits[0] = '1';
            decimalExponent++;
        }
        else
        {
            digits[i]++;
        }
    }

    private static (string Digits, int Exponent) WholeNumber(int exponent, long fraction, int significant)
    {
        var value = exponent >= FractionBits ? fraction << (exponent - FractionBits) : fraction >> (FractionBits - exponent);

        // Decimal digits that lie wholly below the last bit are not shown.
        var hidden = exponent > significant ? (int)((exponent - significant - 1) * 0.30102999566398) : 0;
        if (hidden > 0)
        {
            var power = (long)Math.Pow(10, hidden);
            var rest = value % power;
            value = (value / power) + (rest >= power / 2 ? 1 : 0);
        }

        var digits = value.ToString(CultureInfo.InvariantCulture);
        var kept = digits.TrimEnd('0');
        return (kept.Length == 0 ? "0" : kept, digits.Length + hidden);
    }

    private static int EstimateExponent(int exponent, long fraction)
    {
        var mantissa = BitConverter.Int64BitsToDouble((1023L << FractionBits) | (fraction & FractionMask));
        return (int)Math.Floor(((mantissa - 1.5) * 0.289529654) + 0.176091259 + (exponent * 0.301029995663981));
    }

    // Bits of 5^n, and an upper bound beyond what a long holds.
    private static int BitsOfFive(int n) => n == 0 ? 0 : n < 27 ? (int)BigInteger.Pow(5, n).GetBitLength() : n * 3;

    private static string Write(bool negative, (string Digits, int Exponent) value)
    {
        var (digits, exponent) = value;
        var sign = negative ? "-" : string.Empty;
        if (exponent is > 0 and < 8)
        {
            return digits.Length > exponent
                ? $"{sign}{digits[..exponent]}.{digits[exponent..]}"
                : $"{sign}{digits.PadRight(exponent, '0')}.0";
        }

        if (exponent is <= 0 and > -3)
        {
            return $"{sign}0.{new string('0', -exponent)}{digits}";
        }

        var rest = digits.Length > 1 ? digits[1..] : "0";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{rest}E{exponent - 1}");
    }
}
