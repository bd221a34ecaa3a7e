using System.Globalization;

namespace SparkEtl.Driver.Submission;

/// <summary>Sizes of memory as Spark writes them: 4g, 512m.</summary>
internal static class MemorySize
{
    private const string Units = "kmgt";
    private const long Kibibyte = 1024;

    /// <summary>Mebibytes; a number without a unit is some already.</summary>
    /// <exception cref="DriverException">It is no size.</exception>
    public static long Mebibytes(string key, string text)
    {
        var digits = text.TrimEnd('b', 'B');
        var unit = digits.Length == 0 ? -1 : Units.IndexOf(char.ToLowerInvariant(digits[^1]), StringComparison.Ordinal);
        if (!long.TryParse(unit < 0 ? digits : digits[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new DriverException($"{key} is '{text}', expected a whole number and a unit, such as 4g or 512m.");
        }

        return unit switch
        {
            0 => number / Kibibyte,
            2 => number * Kibibyte,
            3 => number * Kibibyte * Kibibyte,
            _ => number,
        };
    }
}
