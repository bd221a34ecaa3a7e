using SparkEtl.Spark.Parsing.Syntax;

namespace SparkEtl.Spark.Parsing;

/// <summary>
/// The functions that can be called without parentheses. Their words are names like any other: Spark takes a column of that name first,
/// and calls the function when there is none.
/// </summary>
internal static class BareCalls
{
    /// <summary>The call that a name without a column stands for, or null when it stands for none.</summary>
    public static CallSyntax? Of(NameSyntax name)
    {
        var function = name.Parts is [var part] ? part.ToLowerInvariant() : null;
        return function switch
        {
            "current_date" or "current_timestamp" or "current_user" => new CallSyntax(function, []) { At = name.At },
            "user" => new CallSyntax("current_user", []) { At = name.At },
            _ => null,
        };
    }
}
