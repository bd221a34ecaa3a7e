using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>Numbers as <c>%d %o %x %e %f %g %a</c> show them. Doubles are rounded half up on the digits they print with.</summary>
internal static class PrintfNumbers
{
    private const int DefaultPrecision = 6;

    /// <summary>Null when the value is no whole number.</summary>
    public static string? Whole(FormatSpecifier specifier, object value, DataType type)
    {
        if (value is not (sbyte or short or int or long) || type is DecimalType)
        {
            return null;
        }

        var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
        if (specifier.Conversion == 'd')
        {
            var digits = (number < 0 ? (-(Int128)number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture));
            return Signed(specifier, number < 0, specifier.Has(',') ? Group(digits) : digits);
        }

        // A negative number shows the bits of its own type.
        var bits = value switch
        {
            sbyte => (ulong)(byte)number,
            short => (ushort)number,
            int => (uint)number,
            _ => (ulong)number,
        };
        var octal = specifier.Conversion == 'o';
        var text = octal ? Convert.ToString(unchecked((long)bits), 8) : bits.ToString("x", CultureInfo.InvariantCulture);
        var mark = !specifier.Has('#') ? string.Empty : octal ? "0" : "0x";
        return mark + (specifier.Has('0') ? text.PadLeft(specifier.Width!.Value - mark.Length, '0') : text);
    }

    /// <summary>Null when the value is no double or float.</summary>
    public static string? Real(FormatSpecifier specifier, object value)
    {
        if (value is not (double or float))
        {
            return null;
        }

        var number = value is float f ? double.Parse(JavaNumberText.Of(f).Replace("Infinity", "∞", StringComparison.Ordinal), CultureInfo.InvariantCulture) : (double)value;
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "NaN" : Signed(specifier with { Flags = specifier.Flags.Replace("0", string.Empty, StringComparison.Ordinal) }, number < 0, "Infinity");
        }

        var negative = double.IsNegative(number);
        var digits = char.ToLowerInvariant(specifier.Conversion) switch
        {
            'f' => Fixed(specifier, Math.Abs(number), specifier.Precision ?? DefaultPrecision),
            'e' => Scientific(Math.Abs(number), specifier.Precision ?? DefaultPrecision, specifier),
            'g' => General(specifier, Math.Abs(number)),
            _ => Hexadecimal(specifier, Math.Abs(number)),
        };
        return Signed(specifier, negative, digits);
    }

    private static string General(FormatSpecifier specifier, double value)
    {
        var precision = Math.Max(1, specifier.Precision ?? DefaultPrecision);
        if (value == 0)
        {
            return Fixed(specifier, 0, precision - 1);
        }

        var (digits, exponent) = Rounded(value, (_, _) => precision);
        return exponent - 1 < -4 || exponent - 1 >= precision
            ? Mantissa(digits.PadRight(precision, '0'), exponent - 1, specifier)
            : Fixed(specifier, value, precision - exponent);
    }

    private static string Fixed(FormatSpecifier specifier, double value, int precision)
    {
        var (digits, exponent) = value == 0 ? ("0", 1) : Rounded(value, (_, e) => e + precision);
        var whole = exponent <= 0 ? "0" : digits.PadRight(exponent, '0')[..exponent];
        var fraction = (exponent <= 0 ? new string('0', -exponent) + digits : digits.Length > exponent ? digits[exponent..] : string.Empty).PadRight(precision, '0');
        fraction = fraction[..precision];
        var point = precision > 0 || specifier.Has('#') ? "." : string.Empty;
        return $"{(specifier.Has(',') ? Group(whole) : whole)}{point}{fraction}";
    }

    private static string Scientific(double value, int precision, FormatSpecifier specifier)
    {
        if (value == 0)
        {
            return Mantissa(new string('0', precision + 1), 0, specifier);
        }

        var (digits, exponent) = Rounded(value, (_, _) => precision + 1);
        return Mantissa(digits.PadRight(precision + 1, '0'), exponent - 1, specifier);
    }

    private static string Mantissa(string digits, int exponent, FormatSpecifier specifier)
    {
        var point = digits.Length > 1 || specifier.Has('#') ? "." : string.Empty;
        var power = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return $"{digits[0]}{point}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{power}";
    }

    private static string Hexadecimal(FormatSpecifier specifier, double value)
    {
        if (specifier.Precision is not null)
        {
            throw new RefusedException("%a with a precision in format_string", "leave the precision out.");
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var fraction = (bits & ((1L << 52) - 1)).ToString("x13", CultureInfo.InvariantCulture).TrimEnd('0');
        var power = value == 0 ? 0 : exponent == 0 ? -1022 : exponent - 1023;
        return string.Create(CultureInfo.InvariantCulture, $"0x{(exponent == 0 ? 0 : 1)}.{(fraction.Length == 0 ? "0" : fraction)}p{power}");
    }

    // The digits the value prints with, cut half up to as many as asked for; 0.digits * 10^exponent.
    private static (string Digits, int Exponent) Rounded(double value, Func<string, int, int> count)
    {
        var (digits, exponent) = JavaNumberText.Digits(value);
        var kept = count(digits, exponent);
        if (kept >= digits.Length)
        {
            return (digits, exponent);
        }

        if (kept < 0 || (kept == 0 && digits[0] < '5'))
        {
            return ("0", 1);
        }

        if (kept == 0)
        {
            return ("1", exponent + 1);
        }

        var rounded = new StringBuilder(digits[..kept]);
        if (digits[kept] < '5')
        {
            return (rounded.ToString(), exponent);
        }

        var i = kept - 1;
        while (i >= 0 && rounded[i] == '9')
        {
            rounded[i--] = '0';
        }

        if (i < 0)
        {
            return ("1" + rounded, exponent + 1);
        }

        rounded[i]++;
        return (rounded.ToString(), exponent);
    }

    private static string Signed(FormatSpecifier specifier, bool negative, string digits)
    {
        var before = negative ? specifier.Has('(') ? "(" : "-" : specifier.Has('+') ? "+" : specifier.Has(' ') ? " " : string.Empty;
        var after = negative && specifier.Has('(') ? ")" : string.Empty;
        return before + (specifier.Has('0') ? digits.PadLeft(Math.Max(0, specifier.Width!.Value - before.Length - after.Length), '0') : digits) + after;
    }

    private static string Group(string digits)
    {
        var text = new StringBuilder(digits.Length * 2);
        for (var i = 0; i < digits.Length; i++)
        {
            text.Append(i > 0 && (digits.Length - i) % 3 == 0 ? "," : string.Empty).Append(digits[i]);
        }

        return text.ToString();
    }
}
