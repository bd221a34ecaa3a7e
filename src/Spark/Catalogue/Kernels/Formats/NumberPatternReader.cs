using System.Text;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>Reads patterns of <see cref="NumberPattern"/>.</summary>
internal ref struct NumberPatternReader
{
    private readonly string pattern;
    private int at;
    private int multiplier;

    private NumberPatternReader(string pattern)
    {
        this.pattern = pattern;
        multiplier = 1;
    }

    public static NumberPattern Read(string pattern)
    {
        var reader = new NumberPatternReader(pattern);
        var prefix = reader.Affix(beforeNumber: true);
        var number = reader.Number();
        var suffix = reader.Affix(beforeNumber: false);
        string? negativePrefix = null, negativeSuffix = null;
        if (reader.at < pattern.Length)
        {
            // Of the second pattern only what stands around its number counts.
            reader.at++;
            negativePrefix = reader.Affix(beforeNumber: true);
            reader.Number();
            negativeSuffix = reader.Affix(beforeNumber: false);
        }

        if (reader.at < pattern.Length)
        {
            throw reader.Malformed("something stands behind its suffix");
        }

        var same = negativePrefix is null || (negativePrefix == prefix && negativeSuffix == suffix);
        return number with
        {
            Prefix = prefix,
            Suffix = suffix,
            NegativePrefix = same ? "-" + prefix : negativePrefix!,
            NegativeSuffix = same ? suffix : negativeSuffix!,
            Multiplier = reader.multiplier,
        };
    }

    private string Affix(bool beforeNumber)
    {
        var text = new StringBuilder();
        var quoted = false;
        for (; at < pattern.Length; at++)
        {
            var c = pattern[at];
            if (c == '\'')
            {
                if (at + 1 < pattern.Length && pattern[at + 1] == '\'')
                {
                    text.Append('\'');
                    at++;
                    continue;
                }

                quoted = !quoted;
                continue;
            }

            if (!quoted)
            {
                if (c == ';' || (beforeNumber && c is '#' or '0' or ',' or '.'))
                {
                    break;
                }

                if (!beforeNumber && c is '#' or '0' or ',' or '.')
                {
                    throw Malformed($"the character '{c}' stands behind the number without quotes");
                }

                multiplier = c switch
                {
                    '%' => 100,
                    '\u2030' => 1000,
                    _ => multiplier,
                };
                c = c == '¤' ? '$' : c;
            }

            text.Append(c);
        }

        return text.ToString();
    }

    private NumberPattern Number()
    {
        int left = 0, zeros = 0, right = 0, point = -1, grouping = -1;
        for (; at < pattern.Length; at++)
        {
            var c = pattern[at];
            if (c == '#')
            {
                _ = zeros > 0 ? right++ : left++;
                grouping += grouping >= 0 && point < 0 ? 1 : 0;
            }
            else if (c == '0')
            {
                if (right > 0)
                {
                    throw Malformed("a 0 stands behind a #");
                }

                zeros++;
                grouping += grouping >= 0 && point < 0 ? 1 : 0;
            }
            else if (c == ',')
            {
                grouping = 0;
            }
            else if (c == '.')
            {
                if (point >= 0)
                {
                    throw Malformed("it has two points");
                }

                point = left + zeros + right;
            }
            else
            {
                break;
            }
        }

        var exponent = left + zeros + right > 0 ? Exponent() : null;
        if (zeros == 0 && left > 0 && point >= 0)
        {
            // #.## stands for 0.##, and .## for #.## with one place.
            var places = point == 0 ? 1 : point;
            right = left - places;
            left = places - 1;
            zeros = 1;
        }

        if ((point >= 0 && (point < left || point > left + zeros)) || grouping == 0)
        {
            throw Malformed("its point or comma stands where no digit may follow it");
        }

        var total = left + zeros + right;
        var whole = point >= 0 ? point : total;
        var least = whole - left;
        return new NumberPattern
        {
            LeastWhole = total == 0 ? 0 : Math.Max(0, least),
            MostWhole = exponent is null ? int.MaxValue : left + Math.Max(0, least),
            MostFraction = point >= 0 ? total - point : 0,
            LeastFraction = point >= 0 ? left + zeros - point : 0,
            Grouping = Math.Max(grouping, 0),
            ShowsPoint = point == 0 || point == total,
            ExponentDigits = exponent,
        };
    }

    private int? Exponent()
    {
        if (at >= pattern.Length || pattern[at] != 'E')
        {
            return null;
        }

        var digits = 0;
        while (at + 1 + digits < pattern.Length && pattern[at + 1 + digits] == '0')
        {
            digits++;
        }

        at += 1 + digits;
        return digits > 0 ? digits : throw Malformed("its exponent has no 0");
    }

    private readonly QueryException Malformed(string reason) =>
        new("INVALID_FORMAT", $"The pattern '{pattern}' of format_number is malformed: {reason}.");
}
