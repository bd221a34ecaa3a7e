using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>A section in brackets: always written, and read when it is there.</summary>
internal sealed class OptionalElement(IReadOnlyList<PatternElement> elements) : PatternElement
{
    public override void Write(in PatternMoment moment, StringBuilder text)
    {
        foreach (var element in elements)
        {
            element.Write(moment, text);
        }
    }

    public override int Read(ParsedFields fields, string text, int position)
    {
        var attempt = fields.Copy();
        var at = position;
        foreach (var element in elements)
        {
            at = element.Read(attempt, text, at);
            if (at < 0)
            {
                return position;
            }
        }

        fields.Take(attempt);
        return at;
    }
}
