using System.Text;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>Compiles the text of a pattern. Letters and how often they may stand are those of Spark, which leaves out some of Java's.</summary>
internal sealed class PatternReader
{
    private readonly string pattern;
    private readonly bool parsing;
    private readonly bool hasEra;
    private int position;
    private NumberElement? openNumber;

    private PatternReader(string pattern, bool parsing)
    {
        this.pattern = pattern;
        this.parsing = parsing;
        hasEra = pattern.Split('\'').Where((_, i) => i % 2 == 0).Any(part => part.Contains('G', StringComparison.Ordinal));
    }

    /// <exception cref="QueryException">The pattern is not one.</exception>
    public static IReadOnlyList<PatternElement> Read(string pattern, bool parsing)
    {
        var reader = new PatternReader(pattern, parsing);
        var elements = reader.Section(false);
        return reader.position == pattern.Length ? elements : throw reader.Illegal(']');
    }

    private List<PatternElement> Section(bool optional)
    {
        var elements = new List<PatternElement>();
        while (position < pattern.Length)
        {
            var c = pattern[position];
            if (char.IsAsciiLetter(c))
            {
                Add(elements, Letters(c));
                continue;
            }

            position++;
            switch (c)
            {
                case '\'':
                    Add(elements, new LiteralElement(Quoted()));
                    break;
                case '[':
                    openNumber = null;
                    elements.Add(new OptionalElement(Section(true)));
                    openNumber = null;
                    break;
                case ']' when optional:
                    openNumber = null;
                    return elements;
                case ']':
                    position--;
                    return elements;
                case '{' or '}' or '#':
                    throw Illegal(c);
                default:
                    Add(elements, new LiteralElement(c.ToString()));
                    break;
            }
        }

        return elements;
    }

    // Numbers of fixed width right after a number: the first one leaves them their digits.
    private void Add(List<PatternElement> elements, PatternElement element)
    {
        elements.Add(element);
        switch (element)
        {
            case NumberElement { IsFixedWidth: true } fixedNumber when openNumber is not null:
                openNumber.FollowingDigits += fixedNumber.Width;
                break;
            case NumberElement number:
                openNumber = number;
                break;
            case ShortYearElement when openNumber is not null:
                openNumber.FollowingDigits += 2;
                break;
            default:
                openNumber = null;
                break;
        }
    }

    private string Quoted()
    {
        var text = new StringBuilder();
        if (position < pattern.Length && pattern[position] == '\'')
        {
            position++;
            return "'";
        }

        while (position < pattern.Length)
        {
            var c = pattern[position++];
            if (c != '\'')
            {
                text.Append(c);
            }
            else if (position < pattern.Length && pattern[position] == '\'')
            {
                text.Append('\'');
                position++;
            }
            else
            {
                return text.ToString();
            }
        }

        throw new QueryException("INVALID_DATETIME_PATTERN.ILLEGAL_CHARACTER", $"The datetime pattern '{pattern}' has a quote that is not closed.");
    }

    private PatternElement Letters(char letter)
    {
        var start = position;
        while (position < pattern.Length && pattern[position] == letter)
        {
            position++;
        }

        var count = position - start;
        return letter switch
        {
            'G' when count <= 4 => new TextElement(PatternField.Era, 0, count == 4 ? ["Before Christ", "Anno Domini"] : ["BC", "AD"]),
            'y' when count <= 6 => Year(count),
            'M' or 'L' when count <= 4 => WordOrNumber(PatternField.Month, count, TextElement.Months),
            'E' when count <= 4 && !parsing =>
                new TextElement(PatternField.DayOfWeek, 1, count == 4 ? TextElement.Weekdays : TextElement.Short(TextElement.Weekdays)),
            'Q' or 'q' when count <= 4 && !parsing => Quarter(count),
            'F' when count == 1 && !parsing => Number(PatternField.AlignedDay, count),
            'd' when count <= 2 => Number(PatternField.Day, count),
            'D' when count == 1 => Number(PatternField.DayOfYear, count),
            'D' when count <= 3 => new NumberElement(PatternField.DayOfYear, count, 3, NumberSign.Never),
            'a' when count == 1 => new TextElement(PatternField.HalfOfDay, 0, ["AM", "PM"]),
            'H' when count <= 2 => Number(PatternField.Hour, count),
            'k' when count <= 2 => Number(PatternField.ClockHour, count),
            'K' when count <= 2 => Number(PatternField.HourOfHalf, count),
            'h' when count <= 2 => Number(PatternField.ClockHourOfHalf, count),
            'm' when count <= 2 => Number(PatternField.Minute, count),
            's' when count <= 2 => Number(PatternField.Second, count),
            'S' when count <= 9 => new FractionElement(count),
            'V' when count == 2 => new ZoneElement("UTC"),
            'z' when count <= 4 => new ZoneElement(count == 4 ? "Coordinated Universal Time" : "UTC"),
            'O' when count is 1 or 4 => new OffsetElement(Localised(count)),
            'X' when count <= 5 => new OffsetElement(Iso(count, "Z")),
            'x' when count <= 5 => new OffsetElement(Iso(count, count == 1 ? "+00" : count is 3 or 5 ? "+00:00" : "+0000")),
            'Z' when count <= 3 => new OffsetElement(new OffsetStyle(string.Empty, "+0000", Colon: false, Minutes: true, Seconds: false)),
            'Z' when count == 4 => new OffsetElement(Localised(4)),
            'Z' when count == 5 => new OffsetElement(Iso(5, "Z")),
            _ when "GyMLEQqFdDaHkKhmsSVzOXxZ".Contains(letter, StringComparison.Ordinal) && !(parsing && "EQqF".Contains(letter, StringComparison.Ordinal)) =>
                throw new QueryException("INVALID_DATETIME_PATTERN.LENGTH", $"The datetime pattern '{pattern}' has too many or too few letters {letter}."),
            _ => throw Illegal(letter),
        };
    }

    private PatternElement Year(int count)
    {
        var field = hasEra ? PatternField.YearOfEra : PatternField.Year;
        return count == 2
            ? new ShortYearElement(field)
            : new NumberElement(field, count, 19, count < 4 ? NumberSign.Normal : NumberSign.ExceedsWidth);
    }

    private static PatternElement WordOrNumber(PatternField field, int count, string[] words) => count switch
    {
        <= 2 => Number(field, count),
        3 => new TextElement(field, 1, TextElement.Short(words)),
        _ => new TextElement(field, 1, words),
    };

    private static PatternElement Quarter(int count) => count switch
    {
        <= 2 => Number(PatternField.Quarter, count),
        3 => new TextElement(PatternField.Quarter, 1, ["Q1", "Q2", "Q3", "Q4"]),
        _ => new TextElement(PatternField.Quarter, 1, ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"]),
    };

    private static NumberElement Number(PatternField field, int count) =>
        count == 1 ? new NumberElement(field, 1, 19, NumberSign.Normal) : new NumberElement(field, count, count, NumberSign.Never);

    private static OffsetStyle Iso(int count, string zero) =>
        new(string.Empty, zero, Colon: count is 3 or 5, Minutes: count > 1, Seconds: count > 3);

    private static OffsetStyle Localised(int count) =>
        new("GMT", "GMT", Colon: true, Minutes: count == 4, Seconds: true, ShortHour: count == 1);

    private QueryException Illegal(char c) =>
        new("INVALID_DATETIME_PATTERN.ILLEGAL_CHARACTER", $"The datetime pattern '{pattern}' has the character '{c}', which has no meaning {(parsing ? "for reading" : "there")}. Quote text that stands for itself.");
}
