using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>
/// Text to an interval of exactly the type's fields: <c>[+-]1 02:03:04.5</c>, <c>[+-]1-2</c>, or the same as a literal,
/// <c>INTERVAL [+-]'[+-]1-2' YEAR TO MONTH</c>. Null when the text is not one.
/// </summary>
internal static class TextToInterval
{
    // The most digits the first field of an interval may have: day, hour, minute, second.
    private static readonly int[] LeadingDigits = [9, 10, 12, 13];
    private const int MostMonthDigits = 10;
    private static readonly int[] Limits = [int.MaxValue, 23, 59, 59];

    public static long? DayTime(string text, DayTimeIntervalType to)
    {
        if (!TryBody(text, IntervalFields.DayTimeName(to.Start, to.End), out var body, out var negative))
        {
            return null;
        }

        Int128 total = 0;
        for (var field = to.Start; field <= to.End; field++)
        {
            if (field > to.Start && !TakeSeparator(ref body, field == 1 ? ' ' : ':'))
            {
                return null;
            }

            if (!TakeNumber(ref body, field == to.Start ? LeadingDigits[field] : 2, out var value) || (field > to.Start && value > Limits[field]))
            {
                return null;
            }

            total += (Int128)value * IntervalFields.MicrosOf(field);
        }

        // Spark loses the sign of seconds alone when they are less than one: '-0.5' is half a second.
        negative &= to.Start != 3 || total != 0;

        if (to.End == 3 && TakeSeparator(ref body, '.'))
        {
            var reader = new DigitReader(body);
            var digits = body.Length;
            total += reader.ReadMicros();
            if (!reader.AtEnd || digits is < 1 or > 9)
            {
                return null;
            }
        }
        else if (!body.IsEmpty)
        {
            return null;
        }

        total = negative ? -total : total;
        return total >= long.MinValue && total <= long.MaxValue ? (long)total : null;
    }

    public static int? YearMonth(string text, YearMonthIntervalType to)
    {
        if (!TryBody(text, IntervalFields.YearMonthName(to.Start, to.End), out var body, out var negative)
            || !TakeNumber(ref body, MostMonthDigits, out var total))
        {
            return null;
        }

        total *= IntervalFields.MonthsOf(to.Start);
        if (to.Start != to.End)
        {
            if (!TakeSeparator(ref body, '-') || !TakeNumber(ref body, MostMonthDigits, out var months) || months >= IntervalFields.MonthsPerYear)
            {
                return null;
            }

            total += months;
        }

        total = negative ? -total : total;
        return body.IsEmpty && total is >= int.MinValue and <= int.MaxValue ? (int)total : null;
    }

    // What stands between the quotes, or the whole text, and its sign: two signs, before and after the quote, cancel out.
    private static bool TryBody(string text, string unit, out ReadOnlySpan<char> body, out bool negative)
    {
        body = CastText.TrimAll(text);
        negative = false;
        if (body.StartsWith("INTERVAL", StringComparison.OrdinalIgnoreCase))
        {
            var inner = body["INTERVAL".Length..];
            if (inner.IsEmpty || !char.IsWhiteSpace(inner[0]))
            {
                return false;
            }

            inner = inner.TrimStart();
            negative = TakeSign(ref inner);
            var close = inner.LastIndexOf('\'');
            if (inner is not ['\'', ..] || close == 0 || !SameWords(inner[(close + 1)..], unit))
            {
                return false;
            }

            body = inner[1..close];
        }

        negative ^= TakeSign(ref body);
        return true;
    }

    private static bool SameWords(ReadOnlySpan<char> text, string words) =>
        text.Length > 0 && char.IsWhiteSpace(text[0])
        && string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Equals(words, StringComparison.OrdinalIgnoreCase);

    private static bool TakeSign(ref ReadOnlySpan<char> text)
    {
        if (text is not ['-' or '+', ..])
        {
            return false;
        }

        var negative = text[0] == '-';
        text = text[1..];
        return negative;
    }

    private static bool TakeSeparator(ref ReadOnlySpan<char> text, char separator)
    {
        if (text.IsEmpty || text[0] != separator)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> text, int most, out long value)
    {
        value = 0;
        var i = 0;
        for (; i < text.Length && char.IsAsciiDigit(text[i]) && i <= most; i++)
        {
            value = (value * 10) + (text[i] - '0');
        }

        text = text[i..];
        return i >= 1 && i <= most;
    }
}
