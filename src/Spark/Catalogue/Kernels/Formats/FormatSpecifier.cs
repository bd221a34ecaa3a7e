using System.Text.RegularExpressions;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>One specifier of a printf format: <c>%2$-10.3f</c>.</summary>
/// <param name="Index">The argument's number from 1; 0 for the next one, -1 for the one before (<c>%&lt;s</c>).</param>
/// <param name="Flags">Any of <c>-#+ 0,(</c>.</param>
/// <param name="Width">The least number of characters, or null.</param>
/// <param name="Precision">Digits, or the most characters; or null.</param>
/// <param name="Conversion">The letter.</param>
internal sealed partial record FormatSpecifier(int Index, string Flags, int? Width, int? Precision, char Conversion)
{
    private const string Conversions = "bBhHsScCdoxXeEfgGaAtT%n";

    public static FormatSpecifier Read(string format, ref int at)
    {
        var match = Grammar().Match(format, at);
        if (!match.Success || !Conversions.Contains(match.Groups["conversion"].Value[0]))
        {
            throw Invalid(format, $"'{format[at..Math.Min(format.Length, at + 2)]}' is no specifier");
        }

        at += match.Length;
        var specifier = new FormatSpecifier(
            match.Groups["previous"].Success ? -1 : Number(match, "index") ?? 0,
            match.Groups["flags"].Value,
            Number(match, "width"),
            Number(match, "precision"),
            match.Groups["conversion"].Value[0]);
        specifier.Check(format);
        return specifier;
    }

    public bool Has(char flag) => Flags.Contains(flag);

    public bool IsUpper => char.IsAsciiLetterUpper(Conversion);

    /// <summary>The text filled with blanks, or zeros, up to the width.</summary>
    public string Fill(string text) => Width is not { } width ? text : Has('-') ? text.PadRight(width) : text.PadLeft(width);

    public static QueryException Invalid(string format, string reason) =>
        new("INVALID_FORMAT", $"The format '{format}' of format_string is invalid: {reason}.");

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    private void Check(string format)
    {
        var repeated = Flags.Length != Flags.Distinct().Count();
        var contradicting = (Has('-') && Has('0')) || (Has('+') && Has(' '));
        var lacksWidth = (Has('-') || Has('0')) && Width is null;
        if (repeated || contradicting || lacksWidth)
        {
            throw Invalid(format, $"the flags '{Flags}' {(lacksWidth ? "need a width" : "do not go together")}");
        }

        var allowed = Conversion switch
        {
            'd' => "-+ 0,(",
            'o' or 'x' or 'X' => "-#0",
            'e' or 'E' => "-#+ 0(",
            'f' => "-#+ 0,(",
            'g' or 'G' => "-+ 0,(",
            'a' or 'A' => "-#+ 0",
            '%' or 'c' or 'C' or 'b' or 'B' or 'h' or 'H' or 's' or 'S' => "-",
            _ => string.Empty,
        };
        if (Flags.Any(f => !allowed.Contains(f)) || (Precision is not null && Conversion is 'd' or 'o' or 'x' or 'X' or 'c' or 'C' && Precision is not null))
        {
            throw Invalid(format, $"the flags or the precision of %{Conversion} do not fit it");
        }
    }

    [GeneratedRegex(@"\G%(?:(?<index>\d+)\$|(?<previous><))?(?<flags>[-#+ 0,(]*)(?<width>[1-9]\d*)?(?:\.(?<precision>\d+))?(?<conversion>[a-zA-Z%])")]
    private static partial Regex Grammar();
}
