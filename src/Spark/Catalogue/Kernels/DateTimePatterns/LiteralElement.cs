using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>Text that stands for itself.</summary>
internal sealed class LiteralElement(string literal) : PatternElement
{
    public override void Write(in PatternMoment moment, StringBuilder text) => text.Append(literal);

    public override int Read(ParsedFields fields, string text, int position) => Matches(text, position, literal) ? position + literal.Length : -1;
}
