using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>The last two digits of a year; read as a year of 2000 to 2099.</summary>
internal sealed class ShortYearElement(PatternField field) : PatternElement
{
    public override void Write(in PatternMoment moment, StringBuilder text) =>
        text.Append((Math.Abs(moment[field]) % 100).ToString("00", CultureInfo.InvariantCulture));

    public override int Read(ParsedFields fields, string text, int position) =>
        position + 2 <= text.Length && char.IsAsciiDigit(text[position]) && char.IsAsciiDigit(text[position + 1])
        && fields.Set(field, 2000 + ((text[position] - '0') * 10) + (text[position + 1] - '0'))
            ? position + 2
            : -1;
}
