using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkEtl.Spark.Tests.Conformance;

/// <summary>Rows of doubles that agree but for the last digits of a double, which depend on the order of additions and on the machine's mathematics.</summary>
internal static partial class NearDoubles
{
    private const double Relative = 1e-12;

    public static bool Agree(string types, string expected, string found)
    {
        if (!types.Contains("double", StringComparison.Ordinal) && !types.Contains("float", StringComparison.Ordinal))
        {
            return false;
        }

        var left = Quoted().Matches(expected);
        var right = Quoted().Matches(found);
        return Quoted().Replace(expected, "?") == Quoted().Replace(found, "?")
            && left.Zip(right).All(p => p.First.Value == p.Second.Value || Near(p.First.Value, p.Second.Value));
    }

    private static bool Near(string left, string right) =>
        Parse(left) is { } a && Parse(right) is { } b && Math.Abs(a - b) <= Relative * Math.Max(Math.Abs(a), Math.Abs(b));

    private static double? Parse(string quoted) =>
        double.TryParse(quoted.AsSpan(1, quoted.Length - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
