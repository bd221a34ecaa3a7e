using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Catalogue.Kernels.Hashes;
using SparkEtl.Spark.Catalogue.Kernels.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>
/// <c>format_string</c>: Java's <c>Formatter</c> over the values Spark gives it. Dates are days and timestamps microseconds there; decimals are
/// no numbers to it.
/// </summary>
internal static class PrintfFormat
{
    /// <summary>The kernel for arguments of these types, the format first.</summary>
    public static Func<object?[], string?> For(Seq<DataType> types) => arguments => arguments[0] is string format ? Format(format, arguments, types) : null;

    private static string Format(string format, object?[] arguments, Seq<DataType> types)
    {
        if (format.Contains("%0$", StringComparison.Ordinal))
        {
            throw new QueryException(
                "INVALID_PARAMETER_VALUE.ZERO_INDEX", $"The format '{format}' of format_string names the argument 0: they are counted from 1, as %1$s.");
        }

        var result = new StringBuilder(format.Length);
        int next = 1, last = 0;
        for (var i = 0; i < format.Length;)
        {
            if (format[i] != '%')
            {
                result.Append(format[i++]);
                continue;
            }

            var specifier = FormatSpecifier.Read(format, ref i);
            if (specifier.Conversion is 'n' or '%')
            {
                result.Append(specifier.Conversion == 'n' ? "\n" : specifier.Fill("%"));
                continue;
            }

            last = specifier.Index switch
            {
                -1 => last,
                0 => next++,
                var index => index,
            };
            if (last < 1 || last >= arguments.Length)
            {
                throw FormatSpecifier.Invalid(format, $"there is no argument for %{specifier.Conversion}");
            }

            result.Append(Argument(format, specifier, arguments[last], types[last]));
        }

        return result.ToString();
    }

    private static string Argument(string format, FormatSpecifier specifier, object? value, DataType type)
    {
        var text = char.ToLowerInvariant(specifier.Conversion) switch
        {
            'b' => Cut(specifier, value is null or false ? "false" : "true"),
            'h' => Cut(specifier, value is null ? "null" : Hash(value, type).ToString("x", System.Globalization.CultureInfo.InvariantCulture)),
            's' => Cut(specifier, value is null ? "null" : Text(value, type)),
            't' => throw new RefusedException("%t in format_string", "Spark gives it a number; use date_format for dates and timestamps."),
            _ when value is null => Cut(specifier, "null"),
            'c' => Character(value) ?? throw Mismatch(format, specifier, type),
            'd' or 'o' or 'x' => PrintfNumbers.Whole(specifier, value, type) ?? throw Mismatch(format, specifier, type),
            _ => PrintfNumbers.Real(specifier, value) ?? throw Mismatch(format, specifier, type),
        };
        return specifier.Fill(specifier.IsUpper ? Casing.ToUpper(text) : text);
    }

    private static string Cut(FormatSpecifier specifier, string text) =>
        specifier.Precision is { } most && most < text.Length ? text[..most] : text;

    private static string? Character(object value) => value switch
    {
        sbyte or short or int when Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) is >= 0 and <= 0x10FFFF and var point => char.ConvertFromUtf32(point),
        _ => null,
    };

    private static string Text(object value, DataType type) => value switch
    {
        string s => s,
        bool b => b ? "true" : "false",
        double d => JavaNumberText.Of(d),
        float f => JavaNumberText.Of(f),
        DecimalValue d => d.ToString(),
        sbyte or short or int or long => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        _ => throw new RefusedException($"%s of {type.SimpleString} in format_string", "Spark shows an object of its own there; cast the value to string."),
    };

    private static int Hash(object value, DataType type) => value switch
    {
        string s => Murmur3.Hash(Encoding.UTF8.GetBytes(s), Murmur3.Seed),
        bool b => b ? 1231 : 1237,
        sbyte or short or int => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture),
        long l => (int)(l ^ (l >>> 32)),
        double d => Hash(BitConverter.DoubleToInt64Bits(d), type),
        float f => BitConverter.SingleToInt32Bits(f),
        _ => throw new RefusedException($"%h of {type.SimpleString} in format_string", "use hash() instead."),
    };

    private static QueryException Mismatch(string format, FormatSpecifier specifier, DataType type) =>
        FormatSpecifier.Invalid(format, $"%{specifier.Conversion} does not show a value of type {type.SimpleString}; cast it");
}
