using System.Text.RegularExpressions;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests;

/// <summary>Types and values by their names.</summary>
internal static partial class Some
{
    /// <summary>A type by its SQL name, nested types too.</summary>
    public static DataType Type(string name)
    {
        if (Inside(name, "array<") is { } element)
        {
            return SqlTypes.ArrayOf(Type(element));
        }

        if (Inside(name, "map<") is { } entry)
        {
            var parts = Parts(entry);
            return SqlTypes.MapOf(Type(parts[0]), Type(parts[1]));
        }

        return Inside(name, "struct<") is { } fields
            ? SqlTypes.StructOf([.. Parts(fields).Select(f => f.Split(':', 2)).Select(f => (f[0], Type(f[1])))])
            : DataTypeNames.Parse(name);
    }

    public static object? Cast(object? value, string from, string to, bool @try = false) => Cast(value, Type(from), Type(to), @try);

    public static object? Cast(object? value, DataType from, DataType to, bool @try)
    {
        if (value is null || Equals(from, to))
        {
            return value;
        }

        var kernel = CastKernels.For(from, to, @try) ?? throw new ArgumentException($"There is no cast from {from} to {to}.");
        return Invoke(kernel.Function, value);
    }

    /// <summary>Calls a function over boxed values; an error it raises comes as it is.</summary>
    public static object? Invoke(Delegate function, params object?[] arguments)
    {
        try
        {
            return function.DynamicInvoke(arguments);
        }
        catch (System.Reflection.TargetInvocationException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }

    /// <summary>A text as the data files write it: <c>\t</c>, <c>\n</c>, <c>\u00a0</c>.</summary>
    public static string Unescape(string text) => Escapes().Replace(text, m => m.Value[1] switch
    {
        't' => "\t",
        'n' => "\n",
        'r' => "\r",
        '\\' => "\\",
        _ => ((char)Convert.ToInt32(m.Value[2..], 16)).ToString(),
    });

    private static string? Inside(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..^1] : null;

    private static List<string> Parts(string text)
    {
        List<string> parts = [];
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '<' or '(' ? 1 : text[i] is '>' or ')' ? -1 : 0;
            if (text[i] == ',' && depth == 0)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    [GeneratedRegex(@"\\(?:[tnr\\]|u[0-9a-f]{4})")]
    private static partial Regex Escapes();
}
