using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Strings taken apart at a delimiter, put together, and replaced in parts.</summary>
internal static class Parts
{
    /// <summary>The part of that number, from the end when negative; empty when there are fewer.</summary>
    public static string Part(string text, string delimiter, int number)
    {
        if (number == 0)
        {
            throw new QueryException("INVALID_INDEX_OF_ZERO", "The part 0 of split_part is invalid: parts are counted from 1, or from the end from -1.");
        }

        var parts = delimiter.Length == 0 ? [text] : text.Split(delimiter);
        var index = number > 0 ? number - 1L : parts.Length + (long)number;
        return index >= 0 && index < parts.Length ? parts[index] : string.Empty;
    }

    public static string Replace(string text, string search, string with) =>
        search.Length == 0 ? text : text.Replace(search, with, StringComparison.Ordinal);

    public static string Repeat(string text, int times) => times <= 0 ? string.Empty : string.Concat(Enumerable.Repeat(text, times));

    public static string Spaces(int count) => new(' ', Math.Max(count, 0));

    /// <summary>All arrays one after the other.</summary>
    public static object?[] Concatenate(object?[] arrays) => [.. arrays.SelectMany(a => (object?[])a!)];

    /// <summary>The strings, those in arrays too, with a separator between; nulls are left out. Null when the separator is.</summary>
    public static string? Join(object?[] arguments) => arguments[0] is string separator
        ? string.Join(separator, arguments.Skip(1).SelectMany(a => a is object?[] many ? many : [a]).Where(s => s is not null))
        : null;

    /// <summary>The argument of that number behind the first, which is the number.</summary>
    public static object? Choose(object?[] arguments)
    {
        if (arguments[0] is not int number)
        {
            return null;
        }

        return number >= 1 && number < arguments.Length
            ? arguments[number]
            : throw new QueryException("INVALID_ARRAY_INDEX", $"The index {number} of elt is out of bounds: there are {arguments.Length - 1} values, counted from 1.");
    }
}
