using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Numbers;

/// <summary>Numbers written in other bases.</summary>
internal static class NumberBases
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static string Binary(long x) => Convert.ToString(x, 2);

    public static string Hex(long x) => x.ToString("X", CultureInfo.InvariantCulture);

    public static string Hex(string x) => Convert.ToHexString(Encoding.UTF8.GetBytes(x));

    public static string Hex(byte[] x) => Convert.ToHexString(x);

    /// <summary>Null when a character is no hexadecimal digit; an odd number of digits has a zero before it.</summary>
    public static byte[]? Unhex(string x)
    {
        var even = x.Length % 2 == 0 ? x : "0" + x;
        var bytes = new byte[even.Length / 2];
        return Convert.FromHexString(even, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }

    /// <summary>
    /// Digits of one base in another, by way of 64 unsigned bits. What follows the first character that is no digit is left out. A negative
    /// <paramref name="to"/> gives a signed result.
    /// </summary>
    public static string? InBase(string number, int from, int to)
    {
        var text = number.Trim(' ');
        if (from is < 2 or > 36 || Math.Abs((long)to) is < 2 or > 36 || text.Length == 0)
        {
            return null;
        }

        var negative = text[0] == '-';
        var value = unchecked((long)Read(negative ? text.AsSpan(1) : text, from));
        if (negative && to > 0)
        {
            value = value < 0 ? -1 : -value;
        }

        if (to < 0 && value < 0)
        {
            value = unchecked(-value);
            negative = true;
        }

        var digits = Write(unchecked((ulong)value), Math.Abs(to));
        return negative && to < 0 ? "-" + digits : digits;
    }

    private static ulong Read(ReadOnlySpan<char> text, int radix)
    {
        UInt128 value = 0;
        foreach (var c in text)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? (c | 0x20) - 'a' + 10 : radix;
            if (digit >= radix)
            {
                break;
            }

            value = (value * (UInt128)radix) + (UInt128)digit;
            if (value > ulong.MaxValue)
            {
                throw ArithmeticErrors.Overflow("64 bits, which conv works with");
            }
        }

        return (ulong)value;
    }

    private static string Write(ulong value, int radix)
    {
        Span<char> buffer = stackalloc char[64];
        var at = buffer.Length;
        do
        {
            buffer[--at] = Digits[(int)(value % (ulong)radix)];
            value /= (ulong)radix;
        }
        while (value != 0);
        return new string(buffer[at..]);
    }
}
