using System.Text;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary><c>to_char</c>: a decimal by a template; number signs instead of digits when it does not fit.</summary>
internal static class NumberToText
{
    public static string Format(DecimalValue value, NumberTemplate template)
    {
        var negative = value.Unscaled < 0;
        var digits = new DecimalValue(Int128.Abs(value.Unscaled), value.Scale).ToString().Split('.');
        var whole = digits[0].TrimStart('0');
        var fraction = digits.Length > 1 ? digits[1].TrimEnd('0') : string.Empty;
        var places = template.Groups.Sum(g => g.Length);
        var fits = whole.Length <= places && fraction.Length <= template.Scale;

        var text = new StringBuilder();
        text.Append(template.Prefix switch
        {
            "S" => negative ? "-" : "+",
            "MI" => negative ? "-" : " ",
            _ => string.Empty,
        });
        text.Append(template.HasBrackets && negative ? "<" : string.Empty).Append(template.HasDollar ? "$" : string.Empty);
        AppendWhole(text, template, whole, places, fits);
        if (template.Fraction is not null)
        {
            // A point needs a digit before it when there is room for one.
            if (text.Length > 0 && text[^1] == ' ')
            {
                text[^1] = '0';
            }

            text.Append(template.Scale == 0 ? ' ' : '.').Append(fits ? fraction.PadRight(template.Scale, '0') : new string('#', template.Scale));
        }

        AppendEnd(text, template, negative);
        return text.ToString();
    }

    private static void AppendWhole(StringBuilder text, NumberTemplate template, string whole, int places, bool fits)
    {
        var left = places;
        for (var g = 0; g < template.Groups.Count; g++)
        {
            var group = template.Groups[g];
            if (g > 0)
            {
                Append(text, text.Length > 0 && char.IsAsciiDigit(text[^1]) ? ',' : ' ');
            }

            // A group that begins with 0 shows zeros in front, one that begins with 9 blanks.
            foreach (var _ in group)
            {
                Append(text, !fits ? '#' : left <= whole.Length ? whole[^left] : group[0] == '0' ? '0' : ' ');
                left--;
            }
        }
    }

    // Blanks go before a sign, so that it stands next to the number.
    private static void Append(StringBuilder text, char c)
    {
        if (c == ' ' && text.Length > 0 && text[^1] is '+' or '-' or '<')
        {
            text.Insert(text.Length - 1, ' ');
        }
        else
        {
            text.Append(c);
        }
    }

    private static void AppendEnd(StringBuilder text, NumberTemplate template, bool negative)
    {
        var sign = template switch
        {
            { Suffix: "S" } => negative ? "-" : "+",
            { Suffix: "MI" } => negative ? "-" : " ",
            { HasBrackets: true } => negative ? ">" : "  ",
            _ => string.Empty,
        };
        if (sign is "" or " " or "  ")
        {
            text.Append(sign);
            return;
        }

        var end = text.Length;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        text.Insert(end, sign);
    }
}
