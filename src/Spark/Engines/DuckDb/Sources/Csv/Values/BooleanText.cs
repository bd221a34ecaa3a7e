using System.Text;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;

/// <summary>Truth values: true and false, in upper or lower case.</summary>
internal static class BooleanText
{
    public static bool TryRead(ReadOnlySpan<byte> text, out bool value)
    {
        value = Ascii.EqualsIgnoreCase(text, "true"u8);
        return value || Ascii.EqualsIgnoreCase(text, "false"u8);
    }
}
