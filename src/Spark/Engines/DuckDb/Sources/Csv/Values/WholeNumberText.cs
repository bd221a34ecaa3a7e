using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;

/// <summary>Whole numbers: a sign and digits, nothing else, no blanks.</summary>
internal static class WholeNumberText
{
    public static bool TryByte(ReadOnlySpan<byte> text, out sbyte value)
    {
        var known = TryRead(text, sbyte.MinValue, sbyte.MaxValue, out var number);
        value = (sbyte)number;
        return known;
    }

    public static bool TryShort(ReadOnlySpan<byte> text, out short value)
    {
        var known = TryRead(text, short.MinValue, short.MaxValue, out var number);
        value = (short)number;
        return known;
    }

    public static bool TryInt(ReadOnlySpan<byte> text, out int value)
    {
        var known = TryRead(text, int.MinValue, int.MaxValue, out var number);
        value = (int)number;
        return known;
    }

    public static bool TryLong(ReadOnlySpan<byte> text, out long value) => TryRead(text, long.MinValue, long.MaxValue, out value);

    private static bool TryRead(ReadOnlySpan<byte> text, long least, long most, out long value)
    {
        value = 0;
        var negative = text is [(byte)'-', ..];
        var digits = text is [(byte)'-' or (byte)'+', ..] ? text[1..] : text;
        if (digits.IsEmpty)
        {
            return false;
        }

        // Counted downwards: the smallest number has no positive counterpart.
        var limit = negative ? least : -most;
        foreach (var c in digits)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                return c >= 0x80 && TryOther(text, least, most, out value);
            }

            var digit = c - '0';
            if (value < long.MinValue / 10 || value * 10 < limit + digit)
            {
                return false;
            }

            value = (value * 10) - digit;
        }

        value = negative ? value : -value;
        return true;
    }

    // Digits of other scripts count, as in Java.
    private static bool TryOther(ReadOnlySpan<byte> text, long least, long most, out long value)
    {
        value = 0;
        var plain = new StringBuilder();
        foreach (var c in Encoding.UTF8.GetString(text))
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit < 0 && c is not ('-' or '+'))
            {
                return false;
            }

            plain.Append(digit < 0 ? c : (char)('0' + digit));
        }

        return TryRead(Encoding.ASCII.GetBytes(plain.ToString()), least, most, out value);
    }
}
