namespace SparkEtl.Spark.Parsing.Literals;

/// <summary>Reads the fields of a date and of a time from a text, one after another.</summary>
internal sealed class DateTimeReader(string text)
{
    private const int MicroDigits = 6;

    private int at;

    public bool AtEnd => at >= text.Length;

    public char Current => at < text.Length ? text[at] : '\0';

    /// <summary>How many of year, month and day were written.</summary>
    public int Fields { get; private set; }

    public int Year { get; private set; }

    public int Month { get; private set; } = 1;

    public int Day { get; private set; } = 1;

    public int Hour { get; private set; }

    public int Minute { get; private set; }

    public int Second { get; private set; }

    public int Micros { get; private set; }

    public string? Zone { get; private set; }

    public bool IsTimeInRange => Hour <= 23 && Minute <= 59 && Second <= 59;

    public int SecondOfDay => (((Hour * 60) + Minute) * 60) + Second;

    public bool ReadDate(int maxYearDigits)
    {
        var sign = Current == '-' ? -1 : 1;
        if (Current is '-' or '+')
            at++;
        if (!Read(4, maxYearDigits, out var year))
            return false;

        Year = sign * year;
        Fields = 1;
        if (!Accept('-'))
            return true;
        if (!Read(1, 2, out var month))
            return false;

        Month = month;
        Fields = 2;
        if (!Accept('-'))
            return true;
        if (!Read(1, 2, out var day))
            return false;

        Day = day;
        Fields = 3;
        return true;
    }

    /// <summary>What follows a date: nothing, or a time of which the end may be missing. A zone needs the seconds.</summary>
    public bool ReadTime()
    {
        if (AtEnd)
            return true;
        if (Fields < 3 || !(Accept(' ') || Accept('T')) || !Read(1, 2, out var hour))
            return false;

        Hour = hour;
        if (AtEnd)
            return true;
        if (!Accept(':') || !Read(1, 2, out var minute))
            return false;

        Minute = minute;
        if (AtEnd)
            return true;
        if (!Accept(':') || !Read(1, 2, out var second))
            return false;

        Second = second;
        if (Accept('.'))
            ReadFraction();
        Zone = AtEnd ? null : text[at..].Trim();
        return true;
    }

    private void ReadFraction()
    {
        var digits = 0;
        for (; char.IsAsciiDigit(Current); at++)
        {
            if (digits++ < MicroDigits)
                Micros = (Micros * 10) + Current - '0';
        }

        for (; digits < MicroDigits; digits++)
        {
            Micros *= 10;
        }
    }

    private bool Accept(char c)
    {
        var found = Current == c;
        at += found ? 1 : 0;
        return found;
    }

    private bool Read(int minDigits, int maxDigits, out int value)
    {
        var start = at;
        value = 0;
        for (; at - start < maxDigits && char.IsAsciiDigit(Current); at++)
        {
            value = (value * 10) + Current - '0';
        }

        return at - start >= minDigits && !char.IsAsciiDigit(Current);
    }
}
