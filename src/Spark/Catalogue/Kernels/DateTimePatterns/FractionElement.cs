using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>Digits after the point of a second: written as many as the pattern has letters, read from one to as many.</summary>
internal sealed class FractionElement(int width) : PatternElement
{
    public override void Write(in PatternMoment moment, StringBuilder text) =>
        text.Append(moment[PatternField.Nano].ToString("000000000", CultureInfo.InvariantCulture), 0, width);

    public override int Read(ParsedFields fields, string text, int position)
    {
        var nanos = 0L;
        var length = 0;
        while (length < width && position + length < text.Length && char.IsAsciiDigit(text[position + length]))
        {
            nanos = (nanos * 10) + (text[position + length] - '0');
            length++;
        }

        for (var i = length; i < 9; i++)
        {
            nanos *= 10;
        }

        return length > 0 && fields.Set(PatternField.Nano, nanos) ? position + length : -1;
    }
}
