using SparkEtl.Spark.Parsing.Syntax;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>The expressions an expression was written with; queries inside it are not entered.</summary>
internal static class SyntaxChildren
{
    public static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax syntax) => syntax switch
    {
        CallSyntax call => call.Arguments.Concat(call.WithinGroup).Concat(call.Filter is null ? [] : [call.Filter]),
        FieldSyntax field => [field.Of],
        CastSyntax cast => [cast.Of],
        CaseSyntax @case => @case.Branches.SelectMany(b => new[] { b.When, b.Then })
            .Concat(@case.Operand is null ? [] : [@case.Operand]).Concat(@case.Else is null ? [] : [@case.Else]),
        LambdaSyntax lambda => [lambda.Body],
        AliasSyntax alias => [alias.Of],
        SortSyntax sort => [sort.Of],
        OverSyntax over => over.Window.PartitionBy.Concat(over.Window.OrderBy).Append(over.Function),
        InSubquerySyntax inQuery => inQuery.Values,
        _ => [],
    };
}
