using SparkEtl.Spark.Plan.Expressions;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Catalogue.Functions.Collections;

/// <summary>The name that an argument gives to a field of a struct made of it.</summary>
internal static class NamesOf
{
    /// <summary>The name, or null when it has none of its own.</summary>
    public static string? Expression(Expression expression) => expression switch
    {
        Alias alias => alias.Name,
        Attribute attribute => attribute.Name,
        LambdaVariable variable => variable.Name,
        GetField field => field.Field.Name,
        _ => null,
    };
}
