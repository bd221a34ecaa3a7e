using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;

/// <summary>Decimals as Spark reads them from CSV: commas are left out, more digits than the scale has are rounded half up, no blanks.</summary>
internal sealed class DecimalText(DecimalType type)
{
    // What a long holds for certain.
    private const int FewDigits = 18;

    public bool TryShort(ReadOnlySpan<byte> text, out short value)
    {
        var known = TryWide(text, out var number);
        value = (short)number;
        return known;
    }

    public bool TryInt(ReadOnlySpan<byte> text, out int value)
    {
        var known = TryWide(text, out var number);
        value = (int)number;
        return known;
    }

    public bool TryLong(ReadOnlySpan<byte> text, out long value)
    {
        var known = TryWide(text, out var number);
        value = (long)number;
        return known;
    }

    public bool TryWide(ReadOnlySpan<byte> text, out Int128 value)
    {
        if (TryPlain(text, out var small))
        {
            value = small;
            return true;
        }

        var written = Encoding.UTF8.GetString(text).Replace(",", "", StringComparison.Ordinal);
        if (written.Length > 0 && written[0] > ' ' && written[^1] > ' ' && TextToDecimal.Convert(written, type) is { } number)
        {
            value = number;
            return true;
        }

        value = 0;
        return false;
    }

    // Digits and a point that fit without rounding: nearly all there is in files.
    private bool TryPlain(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        var digits = text is [(byte)'-' or (byte)'+', ..] ? text[1..] : text;
        var seen = 0;
        var behindPoint = -1;
        foreach (var c in digits)
        {
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                value = (value * 10) + (c - '0');
                behindPoint += behindPoint >= 0 ? 1 : 0;
                if (++seen > FewDigits)
                {
                    return false;
                }
            }
            else if (c == '.' && behindPoint < 0)
            {
                behindPoint = 0;
            }
            else
            {
                return false;
            }
        }

        var fraction = Math.Max(behindPoint, 0);
        if (seen == 0 || fraction > type.Scale || seen + type.Scale - fraction > FewDigits || seen - fraction > type.Precision - type.Scale)
        {
            return false;
        }

        for (; fraction < type.Scale; fraction++)
        {
            value *= 10;
        }

        value = text[0] == '-' ? -value : value;
        return true;
    }
}
