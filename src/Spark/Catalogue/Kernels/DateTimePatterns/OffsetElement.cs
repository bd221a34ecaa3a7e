using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>How a time-zone offset is written.</summary>
/// <param name="Prefix">What stands before it, <c>GMT</c> or nothing.</param>
/// <param name="Zero">How no offset at all is written.</param>
/// <param name="Colon">Whether colons separate hours, minutes and seconds.</param>
/// <param name="Minutes">Whether minutes are always there.</param>
/// <param name="Seconds">Whether seconds may be there.</param>
/// <param name="ShortHour">Whether an hour may have one digit.</param>
internal sealed record OffsetStyle(string Prefix, string Zero, bool Colon, bool Minutes, bool Seconds, bool ShortHour = false);

/// <summary>A time-zone offset. What is written is UTC, so it is written as zero.</summary>
internal sealed class OffsetElement(OffsetStyle style) : PatternElement
{
    public override void Write(in PatternMoment moment, StringBuilder text) => text.Append(style.Zero);

    public override int Read(ParsedFields fields, string text, int position)
    {
        var at = position;
        if (style.Prefix.Length > 0)
        {
            if (!Matches(text, position, style.Prefix))
            {
                return -1;
            }

            at += style.Prefix.Length;
            if (at == text.Length || text[at] is not ('+' or '-'))
            {
                return fields.SetZone(TimeSpan.Zero) ? at : -1;
            }
        }

        if (at < text.Length && text[at] is '+' or '-' && ReadOffset(text, ref at, out var offset))
        {
            return fields.SetZone(offset) ? at : -1;
        }

        return style.Prefix.Length == 0 && Matches(text, position, style.Zero) && fields.SetZone(TimeSpan.Zero) ? position + style.Zero.Length : -1;
    }

    private bool ReadOffset(string text, ref int at, out TimeSpan offset)
    {
        offset = default;
        var negative = text[at] == '-';
        var position = at + 1;
        if (!Two(text, ref position, out var hours) && !(style.ShortHour && One(text, ref position, out hours)))
        {
            return false;
        }

        var hasMinutes = Part(text, ref position, out var minutes);
        if (!hasMinutes && style.Minutes)
        {
            return false;
        }

        var seconds = 0;
        if (hasMinutes && style.Seconds)
        {
            Part(text, ref position, out seconds);
        }

        if (hours > 18 || minutes > 59 || seconds > 59 || (hours == 18 && minutes + seconds > 0))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, seconds);
        offset = negative ? -offset : offset;
        at = position;
        return true;
    }

    private bool Part(string text, ref int position, out int value)
    {
        value = 0;
        var at = position;
        if (style.Colon)
        {
            if (at >= text.Length || text[at] != ':')
            {
                return false;
            }

            at++;
        }

        if (!Two(text, ref at, out value))
        {
            return false;
        }

        position = at;
        return true;
    }

    private static bool Two(string text, ref int position, out int value)
    {
        value = 0;
        if (position + 2 > text.Length || !char.IsAsciiDigit(text[position]) || !char.IsAsciiDigit(text[position + 1]))
        {
            return false;
        }

        value = ((text[position] - '0') * 10) + (text[position + 1] - '0');
        position += 2;
        return true;
    }

    private static bool One(string text, ref int position, out int value)
    {
        value = 0;
        if (position >= text.Length || !char.IsAsciiDigit(text[position]))
        {
            return false;
        }

        value = text[position++] - '0';
        return true;
    }
}
