using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>Filters and sorts by a column that the projection just before has dropped: it is carried along and dropped after.</summary>
internal static partial class PlanBuilder
{
    private static Relation WithMissing<TBound>(
        Relation input, Seq<ExpressionSyntax> written, Func<Relation, TBound> bind, Func<Relation, TBound, Relation> build)
    {
        try
        {
            return build(input, bind(input));
        }
        catch (AnalysisException e) when (e.ErrorClass.StartsWith("UNRESOLVED_COLUMN", StringComparison.Ordinal)
            || e.ErrorClass.StartsWith("MISSING_ATTRIBUTES", StringComparison.Ordinal))
        {
            if (Widen(input, written) is not { } wider)
            {
                throw;
            }

            TBound bound;
            try
            {
                bound = bind(wider);
            }
            catch (AnalysisException)
            {
                throw e;
            }

            return new Project(build(wider, bound), input.Output.Map(a => (Expression)a));
        }
    }

    // The input with every column of the relations under its projections that the written expressions could mean.
    private static Relation? Widen(Relation input, Seq<ExpressionSyntax> written)
    {
        switch (input)
        {
            case Project project:
                var below = Widen(project.Input, written) ?? project.Input;
                var names = NamesIn(written);
                var missing = below.Output
                    .Where(a => !project.Output.Contains(a) && names.Contains(a.Name) && !project.Output.Any(o => Same(o.Name, a.Name)))
                    .Distinct().ToArray();
                return missing.Length == 0 ? null : new Project(below, project.Items.AddRange(missing));
            case Relations.Filter or Relations.Sort or Named or Hint or Repartition:
                return Widen(input.Inputs[0], written) is { } wider ? input.WithInputs([wider]) : null;
            default:
                return null;
        }
    }

    private static HashSet<string> NamesIn(IEnumerable<ExpressionSyntax> written)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var stack = new Stack<ExpressionSyntax>(written);
        while (stack.TryPop(out var next))
        {
            names.UnionWith(next switch
            {
                NameSyntax name => name.Parts,
                BoundSyntax bound => [bound.Attribute.Name],
                ExactSyntax { Expression: Attribute attribute } => [attribute.Name],
                _ => [],
            });
            foreach (var child in SyntaxChildren.Of(next))
            {
                stack.Push(child);
            }
        }

        return names;
    }
}
