using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan.Expressions;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Dialects;

/// <summary>
/// Whether expressions over a block's columns can be written over its FROM items instead. They can unless a definition would be computed
/// more than once and is not small, or would land where SQL does not allow it.
/// </summary>
internal static class Folding
{
    // Definitions up to this many nodes may be written more than once: a chain of columns, each computed from the last, then nests once in
    // so many steps instead of at each. Engines compute equal expressions of one SELECT once.
    private const int SmallEnoughToRepeat = 40;

    /// <summary>The definitions of the block's columns by attribute.</summary>
    public static Dictionary<AttributeId, Expression> Definitions(Block block)
    {
        var definitions = new Dictionary<AttributeId, Expression>(block.Columns.Count);
        foreach (var column in block.Columns)
        {
            definitions.TryAdd(column.Attribute.Id, column.Definition);
        }

        return definitions;
    }

    /// <summary>Whether the expressions, together with what is kept of the block, can be folded into it.</summary>
    /// <param name="block">The block.</param>
    /// <param name="expressions">Expressions over the block's columns.</param>
    /// <param name="kept">True when the block's own columns stay beside them (a filter, a sort).</param>
    public static bool CanFold(Block block, IEnumerable<Expression> expressions, bool kept)
    {
        var definitions = Definitions(block);
        var uses = new Dictionary<AttributeId, int>();
        foreach (var expression in expressions)
        {
            var hasWindow = expression.Contains<WindowCall>();
            var subquery = expression.SelfAndDescendants().Any(e => e is ScalarSubquery or Exists or InSubquery);
            foreach (var attribute in expression.Attributes())
            {
                if (!definitions.TryGetValue(attribute.Id, out var definition) || IsPlain(definition))
                {
                    continue;
                }

                if (hasWindow && definition.Contains<WindowCall>())
                {
                    return false;
                }

                uses[attribute.Id] = uses.GetValueOrDefault(attribute.Id) + 1;
            }

            // What a subquery refers to is not counted, so it must find plain columns.
            if (subquery && !definitions.Values.All(IsPlain))
            {
                return false;
            }
        }

        foreach (var (id, count) in uses)
        {
            if (count + (kept ? 1 : 0) > 1 && !MayRepeat(definitions[id]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an expression may be written more than once.</summary>
    public static bool MayRepeat(Expression expression)
    {
        var size = 0;
        foreach (var node in expression.SelfAndDescendants())
        {
            if (++size > SmallEnoughToRepeat)
            {
                return false;
            }

            if (node is WindowCall or Lambda or ScalarSubquery or Exists or InSubquery or SqlText { IsQuery: true }
                || node is Call { Function: var function } && (!function.Deterministic || !IsCheap(function)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(Expression definition) => definition is Attribute or SqlText { IsQuery: false } or Literal;

    private static bool IsCheap(Function function) => function.Family is "operator" or "conditional";
}
