using System.Buffers;
using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;

/// <summary>Floating-point numbers: what Java reads, and the words for what is no number.</summary>
/// <param name="NotANumber">The word for it, besides NaN.</param>
/// <param name="Infinite">The word for infinity, besides Infinity.</param>
/// <param name="NegativeInfinite">The word for negative infinity, besides -Infinity.</param>
internal sealed record DoubleText(string NotANumber, string Infinite, string NegativeInfinite)
{
    private static readonly SearchValues<byte> Plain = SearchValues.Create("0123456789.-+eE"u8);

    public bool TryFloat(ReadOnlySpan<byte> text, out float value)
    {
        if (!text.ContainsAnyExcept(Plain) && float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        var written = Encoding.UTF8.GetString(text);
        var number = Special(written) is { } special ? (float)special : IsNumber(written) ? TextToNumber.ToFloat(written) : null;
        value = number ?? 0;
        return number is not null;
    }

    public bool TryDouble(ReadOnlySpan<byte> text, out double value)
    {
        if (!text.ContainsAnyExcept(Plain) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        var written = Encoding.UTF8.GetString(text);
        var number = Special(written) ?? (IsNumber(written) ? TextToNumber.ToDouble(written) : null);
        value = number ?? 0;
        return number is not null;
    }

    private double? Special(string text) =>
        text == NotANumber ? double.NaN
        : text == Infinite ? double.PositiveInfinity
        : text == NegativeInfinite ? double.NegativeInfinity
        : text.Trim() switch
        {
            "NaN" or "+NaN" or "-NaN" => double.NaN,
            "Infinity" or "+Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => null,
        };

    // Casts know words that Java does not.
    private static bool IsNumber(string text)
    {
        var word = text.AsSpan().Trim().TrimStart("+-");
        return !word.IsEmpty && !char.IsAsciiLetter(word[0]);
    }
}
