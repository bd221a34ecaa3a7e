using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>When a number has a sign.</summary>
internal enum NumberSign
{
    /// <summary>A minus before a negative one.</summary>
    Normal,

    /// <summary>None: there are no negative ones.</summary>
    Never,

    /// <summary>As <see cref="Normal"/>, and a plus before one that has more digits than the pattern.</summary>
    ExceedsWidth,
}

/// <summary>A field as a number of <paramref name="minimum"/> to <paramref name="maximum"/> digits.</summary>
internal sealed class NumberElement(PatternField field, int minimum, int maximum, NumberSign sign) : PatternElement
{
    private const int MaximumDigits = 18;

    /// <summary>Digits of the numbers that follow without anything between: they are left to them.</summary>
    public int FollowingDigits { get; set; }

    /// <summary>Whether it can follow a number without anything between.</summary>
    public bool IsFixedWidth => minimum == maximum && sign == NumberSign.Never;

    /// <summary>The digits it has at most.</summary>
    public int Width => maximum;

    public override void Write(in PatternMoment moment, StringBuilder text)
    {
        var value = moment[field];
        var digits = Math.Abs(value).ToString(CultureInfo.InvariantCulture);
        if (value < 0)
        {
            text.Append('-');
        }
        else if (sign == NumberSign.ExceedsWidth && digits.Length > minimum)
        {
            text.Append('+');
        }

        text.Append('0', Math.Max(0, minimum - digits.Length)).Append(digits);
    }

    public override int Read(ParsedFields fields, string text, int position)
    {
        var signed = position < text.Length && text[position] is '+' or '-' ? text[position] : '\0';
        if ((signed == '+' && sign != NumberSign.ExceedsWidth) || (signed == '-' && sign == NumberSign.Never))
        {
            return -1;
        }

        var start = signed == '\0' ? position : position + 1;
        var available = CountDigits(text, start);
        var length = Math.Min(available, maximum);
        if (FollowingDigits > 0)
        {
            length = Math.Max(minimum, Math.Min(available, maximum + FollowingDigits) - FollowingDigits);
        }

        if (length < minimum || length == 0 || length > available || length > MaximumDigits)
        {
            return -1;
        }

        var value = long.Parse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);
        var wrong = signed switch
        {
            '-' => value == 0,
            '+' => length <= minimum,
            _ => sign == NumberSign.ExceedsWidth && length > minimum,
        };
        return !wrong && fields.Set(field, signed == '-' ? -value : value) ? start + length : -1;
    }

    private static int CountDigits(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }
}
