using System.Globalization;
using System.Text.RegularExpressions;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing.Literals;

/// <summary>
/// Interval literals. The fields that are written give the type: years and months an <see cref="YearMonthIntervalType"/>, weeks to
/// microseconds a <see cref="DayTimeIntervalType"/>; both in one literal are an error.
/// </summary>
internal static partial class IntervalLiteral
{
    private const int MonthsPerYear = 12;
    private const int DaysPerWeek = 7;
    private const long MicrosPerMilli = 1_000;
    private const long MicrosPerSecond = 1_000_000;
    private const long MicrosPerMinute = 60 * MicrosPerSecond;
    private const long MicrosPerHour = 60 * MicrosPerMinute;
    private const long MicrosPerDay = 24 * MicrosPerHour;

    private static readonly string[] YearMonthFields = ["year", "month"];
    private static readonly string[] DayTimeFields = ["day", "hour", "minute", "second"];

    /// <summary>Whether the word is a unit of an interval, in the singular or the plural.</summary>
    public static bool IsUnit(string word) => Unit(word) is not null;

    /// <summary><c>1 day 2 hours</c>: amounts with their units, as they were written.</summary>
    public static LiteralSyntax OfUnits(IReadOnlyList<(string Amount, string Unit)> parts, TextPosition at)
    {
        try
        {
            return Sum(parts, at);
        }
        catch (OverflowException)
        {
            throw Invalid(at, "the interval is longer than an interval can be");
        }
    }

    /// <summary>The text of <c>INTERVAL '1 day 2 hours'</c>.</summary>
    public static LiteralSyntax OfText(string text, TextPosition at)
    {
        var words = LeadingWord().Replace(text.Trim(), "", 1);
        var parts = new List<(string Amount, string Unit)>();
        var read = 0;
        for (var match = AmountAndUnit().Match(words); match.Success; match = match.NextMatch())
        {
            if (match.Index != read)
                break;
            parts.Add((match.Groups["sign"].Value + match.Groups["amount"].Value, match.Groups["unit"].Value));
            read += match.Length;
        }

        if (parts.Count == 0 || read != words.Length)
            throw Invalid(at, $"'{text}' is not a list of amounts and units such as '1 day 2 hours'");
        return OfUnits(parts, at);
    }

    /// <summary><c>'1-2' YEAR TO MONTH</c>, <c>'1 02:03:04.5' DAY TO SECOND</c>.</summary>
    public static LiteralSyntax OfRange(string text, string from, string to, TextPosition at)
    {
        from = Unit(from) ?? from;
        to = Unit(to) ?? to;
        try
        {
            var (yearFrom, yearTo) = (Array.IndexOf(YearMonthFields, from), Array.IndexOf(YearMonthFields, to));
            if (yearFrom >= 0 && yearTo > yearFrom)
                return YearToMonth(text, at);

            var (dayFrom, dayTo) = (Array.IndexOf(DayTimeFields, from), Array.IndexOf(DayTimeFields, to));
            if (dayFrom >= 0 && dayTo > dayFrom)
                return DayToSecond(text, dayFrom, dayTo, at);
        }
        catch (OverflowException)
        {
            throw Invalid(at, "the interval is longer than an interval can be");
        }

        throw Invalid(at, $"{from} to {to} is no range of an interval");
    }

    private static LiteralSyntax Sum(IReadOnlyList<(string Amount, string Unit)> parts, TextPosition at)
    {
        var months = 0;
        var micros = 0L;
        var yearMonth = new List<int>();
        var dayTime = new List<int>();
        foreach (var (text, word) in parts)
        {
            var amount = text.Trim();
            var unit = Unit(word) ?? throw Invalid(at, $"'{word}' is no unit of an interval");
            if (Array.IndexOf(YearMonthFields, unit) is >= 0 and var field)
            {
                yearMonth.Add(field);
                months = checked(months + (int)(Whole(amount, unit, at) * (unit == "year" ? MonthsPerYear : 1)));
            }
            else
            {
                dayTime.Add(DayTimeField(unit));
                micros = checked(micros + Micros(amount, unit, at));
            }
        }

        if (yearMonth.Count == 0)
            return new LiteralSyntax(micros, new DayTimeIntervalType(dayTime.Min(), dayTime.Max())) { At = at };
        if (dayTime.Count == 0)
            return new LiteralSyntax(months, new YearMonthIntervalType(yearMonth.Min(), yearMonth.Max())) { At = at };
        throw Invalid(at, "an interval has years and months, or days to seconds, not both; write two intervals and add both");
    }

    private static long Micros(string amount, string unit, TextPosition at) => unit switch
    {
        "week" => checked(Whole(amount, unit, at) * DaysPerWeek * MicrosPerDay),
        "day" => checked(Whole(amount, unit, at) * MicrosPerDay),
        "hour" => checked(Whole(amount, unit, at) * MicrosPerHour),
        "minute" => checked(Whole(amount, unit, at) * MicrosPerMinute),
        "second" => Seconds(amount, at),
        "millisecond" => checked(Whole(amount, unit, at) * MicrosPerMilli),
        "microsecond" => Whole(amount, unit, at),
        _ => throw Invalid(at, $"an interval cannot be written in {unit}s; microseconds are the finest unit"),
    };

    private static int DayTimeField(string unit) => unit switch
    {
        "week" => 0,
        "millisecond" or "microsecond" or "nanosecond" => 3,
        _ => Array.IndexOf(DayTimeFields, unit),
    };

    private static long Whole(string amount, string unit, TextPosition at)
    {
        if (!WholeNumber().IsMatch(amount))
            throw Invalid(at, $"'{amount}' is not a whole number of {unit}s");
        return long.Parse(amount, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static long Seconds(string amount, TextPosition at)
    {
        var match = SecondNumber().Match(amount);
        if (!match.Success || (match.Groups["whole"].Length == 0 && match.Groups["fraction"].Length == 0))
            throw Invalid(at, $"'{amount}' is not a number of seconds with at most nine digits after the point");
        return Signed(match.Groups["sign"].Value, SecondsAndFraction(match.Groups["whole"].Value, match.Groups["fraction"].Value));
    }

    // Kept negative on the way, since the longest negative interval has no positive counterpart.
    private static long SecondsAndFraction(string whole, string fraction)
    {
        const int MicroDigits = 6;
        var seconds = whole.Length == 0 ? 0 : long.Parse("-" + whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var micros = int.Parse(fraction.PadRight(MicroDigits, '0')[..MicroDigits], NumberStyles.None, CultureInfo.InvariantCulture);
        return checked((seconds * MicrosPerSecond) - micros);
    }

    private static long Signed(string sign, long negative) => sign == "-" ? negative : checked(-negative);

    private static LiteralSyntax YearToMonth(string text, TextPosition at)
    {
        var match = YearMonth().Match(text.Trim());
        if (!match.Success)
            throw Invalid(at, $"'{text}' has not the form [+-]years-months");

        var months = Bounded(match.Groups["month"].Value, 11, "month", at);
        var all = -((long.Parse(match.Groups["year"].Value, NumberStyles.None, CultureInfo.InvariantCulture) * MonthsPerYear) + months);
        return new LiteralSyntax(checked((int)Signed(match.Groups["sign"].Value, all)), new YearMonthIntervalType(0, 1)) { At = at };
    }

    private static LiteralSyntax DayToSecond(string text, int from, int to, TextPosition at)
    {
        var match = Patterns(from, to).Match(text.Trim());
        if (!match.Success)
            throw Invalid(at, $"'{text}' has not the form [+-]{Form(from, to)}");

        var micros = 0L;
        for (var field = from; field <= to; field++)
        {
            var value = match.Groups[DayTimeFields[field]].Value;
            long[] most = [long.MaxValue, 23, 59, 59];
            var amount = Bounded(value, field == from ? long.MaxValue : most[field], DayTimeFields[field], at);
            long[] unit = [MicrosPerDay, MicrosPerHour, MicrosPerMinute];
            micros = checked(micros + (field == 3 ? SecondsAndFraction(value, match.Groups["fraction"].Value) : -amount * unit[field]));
        }

        return new LiteralSyntax(Signed(match.Groups["sign"].Value, micros), new DayTimeIntervalType(from, to)) { At = at };
    }

    private static long Bounded(string digits, long most, string field, TextPosition at)
    {
        var value = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return value <= most ? value : throw Invalid(at, $"{field} {value} is outside 0 to {most}");
    }

    private static string Form(int from, int to)
    {
        string[] forms = ["d", "hh", "mm", "ss[.fraction]"];
        var form = forms[from];
        for (var field = from + 1; field <= to; field++)
        {
            form += (field == 1 ? " " : ":") + forms[field];
        }

        return form;
    }

    private static Regex Patterns(int from, int to) => (from, to) switch
    {
        (0, 1) => DayHour(),
        (0, 2) => DayMinute(),
        (0, 3) => DaySecond(),
        (1, 2) => HourMinute(),
        (1, 3) => HourSecond(),
        _ => MinuteSecond(),
    };

    private static string? Unit(string word)
    {
        var unit = word.ToLowerInvariant();
        unit = unit.EndsWith('s') ? unit[..^1] : unit;
        return unit is "year" or "month" or "week" or "day" or "hour" or "minute" or "second" or "millisecond" or "microsecond" or "nanosecond"
            ? unit
            : null;
    }

    private static AnalysisException Invalid(TextPosition at, string problem) => SyntaxErrors.At(at, problem + ".", "INVALID_INTERVAL_FORMAT");

    [GeneratedRegex(@"^interval(?=\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingWord();

    [GeneratedRegex(@"(?<sign>[+-]?)\s*(?<amount>[0-9.]+)\s+(?<unit>[a-zA-Z]+)(?:\s+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex AmountAndUnit();

    [GeneratedRegex("^[+-]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^(?<sign>[+-]?)(?<whole>[0-9]*)(?:\.(?<fraction>[0-9]{0,9}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex SecondNumber();

    [GeneratedRegex("^(?<sign>[+-]?)(?<year>[0-9]{1,9})-(?<month>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearMonth();

    [GeneratedRegex("^(?<sign>[+-]?)(?<day>[0-9]+) (?<hour>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex DayHour();

    [GeneratedRegex("^(?<sign>[+-]?)(?<day>[0-9]+) (?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex DayMinute();

    [GeneratedRegex(
        @"^(?<sign>[+-]?)(?<day>[0-9]+) (?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2}):(?<second>[0-9]{1,2})(?:\.(?<fraction>[0-9]{1,9}))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DaySecond();

    [GeneratedRegex("^(?<sign>[+-]?)(?<hour>[0-9]+):(?<minute>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex HourMinute();

    [GeneratedRegex(
        @"^(?<sign>[+-]?)(?<hour>[0-9]+):(?<minute>[0-9]{1,2}):(?<second>[0-9]{1,2})(?:\.(?<fraction>[0-9]{1,9}))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex HourSecond();

    [GeneratedRegex(
        @"^(?<sign>[+-]?)(?<minute>[0-9]+):(?<second>[0-9]{1,2})(?:\.(?<fraction>[0-9]{1,9}))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex MinuteSecond();
}
