using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Sql;

/// <summary>
/// The functions of Spark SQL over columns. A parameter whose name ends in <c>Name</c> is the name of a column; any other text, number
/// or object is a constant, unless it is a <see cref="Column"/>.
/// </summary>
public static partial class Functions
{
    private static Column Call(string name, params ReadOnlySpan<object?> arguments) => new(ToCall(name, arguments));

    private static Column Distinct(string name, params ReadOnlySpan<object?> arguments) => new(ToCall(name, arguments) with { Distinct = true });

    private static Column IgnoringNulls(string name, bool ignoreNulls, params ReadOnlySpan<object?> arguments)
    {
        var call = ToCall(name, arguments);
        return new(ignoreNulls ? call with { IgnoreNulls = true } : call);
    }

    private static Column Offset(string name, Column column, int offset, object? defaultValue, bool ignoreNulls) => defaultValue is null
        ? IgnoringNulls(name, ignoreNulls, column, offset)
        : IgnoringNulls(name, ignoreNulls, column, offset, defaultValue);

    private static Column WithOptions(string name, Dictionary<string, string>? options, params ReadOnlySpan<object?> arguments)
    {
        if (options is null || options.Count == 0)
        {
            return Call(name, arguments);
        }

        object?[] entries = [.. options.OrderBy(o => o.Key, StringComparer.Ordinal).SelectMany(o => new[] { o.Key, o.Value })];
        return Call(name, [.. arguments, Call("map", entries)]);
    }

    private static CallSyntax ToCall(string name, ReadOnlySpan<object?> arguments)
    {
        var syntax = new ExpressionSyntax[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            syntax[i] = LiteralConverter.ToSyntax(arguments[i]);
        }

        return new CallSyntax(name, new Seq<ExpressionSyntax>(syntax));
    }

    private static Column Required(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column;
    }
}
