using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>The functions whose first argument can be a unit of time written as a bare word: <c>dateadd(DAY, 1, d)</c>.</summary>
internal static class DateTimeUnits
{
    private static readonly string[] Units =
    [
        "YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "DAYOFYEAR", "HOUR", "MINUTE", "SECOND", "MILLISECOND", "MICROSECOND",
    ];

    /// <summary>Turns the unit into a text and the name into <c>timestampadd</c> or <c>timestampdiff</c>; other calls stay as they are.</summary>
    public static CallSyntax Apply(CallSyntax call, TokenCursor cursor)
    {
        var name = call.Name switch
        {
            "timestampadd" or "dateadd" or "date_add" => "timestampadd",
            "timestampdiff" or "datediff" or "date_diff" or "timediff" => "timestampdiff",
            _ => null,
        };
        if (name is null || call.Arguments.Count != 3)
            return call;

        var at = call.Arguments[0].At.Position!;
        if (call.Arguments[0] is LiteralSyntax { Value: string text })
        {
            throw SyntaxErrors.At(
                at, $"the unit of {call.Name} is a bare word, such as DAY, not the text '{text}'.", "INVALID_PARAMETER_VALUE.DATETIME_UNIT");
        }

        if (call.Arguments[0] is not NameSyntax { Parts: [var word] } || cursor.Text[at.Offset] == '`')
            return call;

        if (!Units.Contains(word, StringComparer.OrdinalIgnoreCase))
            return call;
        var literal = new LiteralSyntax(word, SqlTypes.String) { At = at };
        return call with { Name = name, Arguments = [literal, call.Arguments[1], call.Arguments[2]] };
    }
}
