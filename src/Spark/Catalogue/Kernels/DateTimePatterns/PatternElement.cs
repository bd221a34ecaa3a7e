using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>A piece of a compiled pattern.</summary>
internal abstract class PatternElement
{
    public abstract void Write(in PatternMoment moment, StringBuilder text);

    /// <summary>Reads on from <paramref name="position"/>; gives the position after what was read, or -1.</summary>
    public abstract int Read(ParsedFields fields, string text, int position);

    /// <summary>Whether the texts are the same there, whatever their case.</summary>
    protected static bool Matches(string text, int position, string expected) =>
        position + expected.Length <= text.Length
        && string.Compare(text, position, expected, 0, expected.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
