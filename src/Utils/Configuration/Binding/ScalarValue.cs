using System.Globalization;
using SparkEtl.Utils.Configuration.Shapes;
using SparkEtl.Utils.Configuration.Values;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Configuration.Binding;

/// <summary>Reads a single value as the type its key asks for.</summary>
internal static class ScalarValue
{
    /// <summary>Reads the value; returns what was expected when it does not fit, else null.</summary>
    public static string? Read(ScalarShape shape, Resolved value, out object? read)
    {
        string text = value.Text;
        read = null;
        if (shape.Type == typeof(string)) read = text;
        else if (shape.Type == typeof(Secret)) read = new Secret(text);
        else if (shape.Type.IsEnum) return ReadName(shape, text, out read);
        else if (!value.IsUntyped) return $"{Noun(shape.Type)} (without quotes)";
        else read = ReadNumber(shape.Type, text.Trim());
        return read is null ? Noun(shape.Type) : null;
    }

    private static string? ReadName(ScalarShape shape, string text, out object? read)
    {
        int index = shape.Names.ToList().IndexOf(text);
        read = index < 0 ? null : Enum.Parse(shape.Type, Enum.GetNames(shape.Type)[index]);
        return index < 0 ? $"one of {string.Join(", ", shape.Names)}" : null;
    }

    private static object? ReadNumber(Type type, string text)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        const NumberStyles Real = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (type == typeof(bool)) return text is "true" or "True" or "TRUE" ? true : text is "false" or "False" or "FALSE" ? false : null;
        if (type == typeof(int)) return int.TryParse(text, Whole, invariant, out int i) ? i : null;
        if (type == typeof(long)) return long.TryParse(text, Whole, invariant, out long l) ? l : null;
        if (type == typeof(decimal)) return decimal.TryParse(text, Real, invariant, out decimal m) ? m : null;
        return double.TryParse(text, Real | NumberStyles.AllowExponent, invariant, out double d) && double.IsFinite(d) ? d : null;
    }

    private static string Noun(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : type == typeof(long) ? "a whole number"
        : "a number";
}
