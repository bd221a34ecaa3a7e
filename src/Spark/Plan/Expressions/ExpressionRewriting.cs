namespace SparkEtl.Spark.Plan.Expressions;

/// <summary>Walks over whole expressions.</summary>
internal static class ExpressionRewriting
{
    /// <summary>
    /// Replaces parts from the top down: where <paramref name="replace"/> gives a node it stands as it is, elsewhere its children are looked at.
    /// </summary>
    public static Expression Rewrite(this Expression expression, Func<Expression, Expression?> replace) => Recursion.Run(() =>
    {
        if (replace(expression) is { } replaced)
        {
            return replaced;
        }

        var children = expression.Children;
        Expression[]? changed = null;
        for (var i = 0; i < children.Count; i++)
        {
            var child = children[i].Rewrite(replace);
            if (changed is null && !ReferenceEquals(child, children[i]))
            {
                changed = [.. children];
            }

            if (changed is not null)
            {
                changed[i] = child;
            }
        }

        return changed is null ? expression : expression.WithChildren(Seq.Create<Expression>(changed));
    });

    /// <summary>The expression and all below it, parents first. Subqueries are leaves.</summary>
    public static IEnumerable<Expression> SelfAndDescendants(this Expression expression)
    {
        var stack = new Stack<Expression>([expression]);
        while (stack.TryPop(out var next))
        {
            yield return next;
            for (var i = next.Children.Count - 1; i >= 0; i--)
            {
                stack.Push(next.Children[i]);
            }
        }
    }

    /// <summary>The attributes it refers to, those of outer queries and of its subqueries' correlation included when asked.</summary>
    public static IEnumerable<Attribute> Attributes(this Expression expression) => expression.SelfAndDescendants().OfType<Attribute>();

    public static bool Contains<TNode>(this Expression expression, Func<TNode, bool>? where = null)
        where TNode : Expression => expression.SelfAndDescendants().OfType<TNode>().Any(n => where?.Invoke(n) ?? true);
}
