using System.Globalization;
using System.Numerics;
using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing.Literals;

/// <summary>What a number stands for: its type follows from its suffix and, for digits alone, from its size.</summary>
internal static class NumberLiteral
{
    private const string OutOfRange = "INVALID_NUMERIC_LITERAL_RANGE";

    public static bool IsNumber(TokenKind kind) => kind is >= TokenKind.Integer and <= TokenKind.BigDecimal;

    /// <summary>The literal of a number token, with its sign.</summary>
    /// <exception cref="AnalysisException">The number does not fit its type.</exception>
    public static LiteralSyntax Parse(ReadOnlySpan<char> digits, TokenKind kind, bool negative, TextPosition at) => kind switch
    {
        TokenKind.Integer => Whole(digits, negative, at),
        TokenKind.BigInt => Within(digits[..^1], negative, long.MinValue, long.MaxValue, SqlTypes.Long, at, v => (long)v),
        TokenKind.SmallInt => Within(digits[..^1], negative, short.MinValue, short.MaxValue, SqlTypes.Short, at, v => (short)v),
        TokenKind.TinyInt => Within(digits[..^1], negative, sbyte.MinValue, sbyte.MaxValue, SqlTypes.Byte, at, v => (sbyte)v),
        TokenKind.Decimal => Exact(digits, negative, at),
        TokenKind.BigDecimal => Exact(digits[..^2], negative, at),
        TokenKind.Exponent => Double(digits, negative, at),
        TokenKind.Double => Double(digits[..^1], negative, at),
        TokenKind.Float => Float(digits[..^1], negative, at),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a number."),
    };

    private static LiteralSyntax Whole(ReadOnlySpan<char> digits, bool negative, TextPosition at)
    {
        // As many digits as a decimal cannot have need no exact look.
        if (digits.TrimStart('0').Length > DecimalType.MaxPrecision)
            throw TooManyDigits(at);

        var value = Value(digits, negative);
        if (value >= int.MinValue && value <= int.MaxValue)
            return new LiteralSyntax((int)value, SqlTypes.Integer) { At = at };
        if (value >= long.MinValue && value <= long.MaxValue)
            return new LiteralSyntax((long)value, SqlTypes.Long) { At = at };
        return Decimal(value, 0, at);
    }

    private static LiteralSyntax Within(
        ReadOnlySpan<char> digits, bool negative, long min, long max, DataType type, TextPosition at, Func<BigInteger, object> convert)
    {
        const int DigitsOfLong = 19;
        if (digits.TrimStart('0').Length <= DigitsOfLong)
        {
            var value = Value(digits, negative);
            if (value >= min && value <= max)
                return new LiteralSyntax(convert(value), type) { At = at };
        }

        throw SyntaxErrors.At(at, $"the number is outside {min} to {max}, the range of {type.SimpleString}.", OutOfRange);
    }

    private static LiteralSyntax Exact(ReadOnlySpan<char> number, bool negative, TextPosition at)
    {
        var exponent = 0;
        if (number.IndexOfAny('e', 'E') is >= 0 and var e)
        {
            if (!int.TryParse(number[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
                throw TooManyDigits(at);
            number = number[..e];
        }

        var point = number.IndexOf('.');
        var digits = point < 0 ? number.ToString() : string.Concat(number[..point], number[(point + 1)..]);
        var scale = (long)(point < 0 ? 0 : number.Length - point - 1) - exponent;
        var significant = digits.TrimStart('0');
        if (significant.Length > DecimalType.MaxPrecision || scale > DecimalType.MaxPrecision || significant.Length - Math.Min(scale, 0) > DecimalType.MaxPrecision + 1)
            throw TooManyDigits(at);

        var value = Value(digits, negative);
        return scale >= 0 ? Decimal(value, (int)scale, at) : Decimal(value * BigInteger.Pow(10, (int)-scale), 0, at);
    }

    private static LiteralSyntax Decimal(BigInteger unscaled, int scale, TextPosition at)
    {
        var digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).Length;
        var precision = Math.Max(digits, scale);
        if (precision > DecimalType.MaxPrecision)
            throw TooManyDigits(at);
        return new LiteralSyntax(new DecimalValue((Int128)unscaled, scale), SqlTypes.Decimal(precision, scale)) { At = at };
    }

    private static LiteralSyntax Double(ReadOnlySpan<char> number, bool negative, TextPosition at)
    {
        var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(value))
            throw SyntaxErrors.At(at, "the number is outside the range of double.", OutOfRange);
        return new LiteralSyntax(negative ? -value : value, SqlTypes.Double) { At = at };
    }

    private static LiteralSyntax Float(ReadOnlySpan<char> number, bool negative, TextPosition at)
    {
        var value = float.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (float.IsInfinity(value))
            throw SyntaxErrors.At(at, "the number is outside the range of float.", OutOfRange);
        return new LiteralSyntax(negative ? -value : value, SqlTypes.Float) { At = at };
    }

    private static BigInteger Value(ReadOnlySpan<char> digits, bool negative)
    {
        var value = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return negative ? -value : value;
    }

    private static AnalysisException TooManyDigits(TextPosition at) => SyntaxErrors.At(
        at,
        $"the number has more than the {DecimalType.MaxPrecision} digits of a decimal. Write it with an exponent (1.5e50) for a double.",
        "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION");
}
