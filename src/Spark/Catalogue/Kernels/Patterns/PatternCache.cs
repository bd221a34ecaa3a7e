using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>The patterns a function was called with; one that is not a regular expression is an error that names the function.</summary>
internal sealed class PatternCache
{
    private readonly TextLookup<Pattern> known = new(text => new Pattern(text));

    public Pattern Get(string text, string function)
    {
        try
        {
            return known.Get(text);
        }
        catch (Exception e) when (e is PatternSyntaxError or ArgumentException)
        {
            throw new QueryException(
                "INVALID_PARAMETER_VALUE.PATTERN", $"The pattern '{text}' of {function} is no regular expression: {e.Message}. Put \\ before a character that means itself.", e);
        }
    }
}
