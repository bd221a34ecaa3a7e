using System.Globalization;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>Arguments whose value decides the result's type or the meaning of a call, and so must be known before it runs.</summary>
internal static class Constants
{
    /// <summary>The whole number that a constant argument stands for; null for a null.</summary>
    /// <exception cref="AnalysisException">It is no constant.</exception>
    public static int? Int(string function, int index, Expression argument) => Whole(argument) is (true, var value)
        ? value is { } whole and >= int.MinValue and <= int.MaxValue ? (int)whole : value is null ? null : throw NotConstant(function, index, "a 32-bit whole number")
        : throw NotConstant(function, index, "a constant whole number");

    /// <summary>The text that a constant argument stands for; null for a null, false when it is not constant.</summary>
    public static bool TryText(Expression argument, out string? text)
    {
        while (argument is Cast or Alias)
        {
            argument = argument is Cast cast ? cast.Of : ((Alias)argument).Of;
        }

        text = (argument as Literal)?.Value as string;
        return argument is Literal { Value: string or null };
    }

    public static AnalysisException NotConstant(string function, int index, string expected) =>
        new("DATATYPE_MISMATCH.NON_FOLDABLE_INPUT", $"Argument {index + 1} of {function} must be {expected}, known before the query runs.");

    private static (bool Known, long? Value) Whole(Expression argument) => argument switch
    {
        Literal { Value: null } => (true, null),
        Literal { Value: sbyte or short or int or long } literal => (true, Convert.ToInt64(literal.Value, CultureInfo.InvariantCulture)),
        Literal { Value: string text } when long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => (true, value),
        Cast cast => Whole(cast.Of),
        Alias alias => Whole(alias.Of),
        Call { Function.Name: "negative" } call => Whole(call.Arguments[0]) is (true, var value) ? (true, -value) : default,
        Call { Function.Name: "+", Arguments.Count: 2 } call => Both(call, (l, r) => l + r),
        Call { Function.Name: "-", Arguments.Count: 2 } call => Both(call, (l, r) => l - r),
        Call { Function.Name: "*", Arguments.Count: 2 } call => Both(call, (l, r) => l * r),
        _ => default,
    };

    private static (bool Known, long? Value) Both(Call call, Func<long?, long?, long?> compute) =>
        Whole(call.Arguments[0]) is (true, var left) && Whole(call.Arguments[1]) is (true, var right) ? (true, compute(left, right)) : default;
}
