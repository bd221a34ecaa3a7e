namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Reads numbers and separators off a text from left to right.</summary>
internal ref struct DigitReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;

    public readonly bool AtEnd => at == text.Length;

    public readonly char Next => text[at];

    public readonly ReadOnlySpan<char> Rest => text[at..];

    /// <summary>Takes all digits that follow; false when there are fewer or more than allowed.</summary>
    public bool TryRead(int fewest, int most, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            if (at - start < most)
            {
                value = (value * 10) + (text[at] - '0');
            }

            at++;
        }

        return at - start >= fewest && at - start <= most;
    }

    /// <summary>Takes the digits of a fraction as microseconds; what is finer is cut off.</summary>
    public int ReadMicros()
    {
        var value = 0;
        var digits = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++, digits++)
        {
            value = digits < 6 ? (value * 10) + (text[at] - '0') : value;
        }

        for (; digits < 6; digits++)
        {
            value *= 10;
        }

        return value;
    }

    public bool Skip(char c)
    {
        if (at < text.Length && text[at] == c)
        {
            at++;
            return true;
        }

        return false;
    }
}
