using SparkEtl.Spark.Plan.Relations;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>
/// Finds the column that <c>df["x"]</c> means in a relation built from df. Where df was joined with itself, one side got new ids: the
/// walk down to df tells which side is meant.
/// </summary>
internal static class Origins
{
    /// <summary>The attributes of <paramref name="relation"/> that carry that column of <paramref name="origin"/>: none, one, or one a side.</summary>
    public static IEnumerable<Attribute> Find(Relation relation, Attribute attribute, Relation origin)
    {
        if (!HasRelabel(relation))
        {
            return relation.Output.FirstOrDefault(a => a.Equals(attribute)) is { } simple ? [simple] : [];
        }

        var exact = Walk(relation, attribute, origin).ToArray();
        return exact.Length > 0 ? exact : relation.Output.Where(a => a.Equals(attribute)).Take(1);
    }

    private static bool HasRelabel(Relation relation)
    {
        while (true)
        {
            switch (relation)
            {
                case Project { Relabels: true }:
                    return true;
                case UnaryRelation unary:
                    relation = unary.Input;
                    continue;
                default:
                    return relation.Inputs.Any(HasRelabel);
            }
        }
    }

    private static IEnumerable<Attribute> Walk(Relation relation, Attribute attribute, Relation origin)
    {
        if (ReferenceEquals(relation, origin))
        {
            return relation.Output.Where(a => a.Equals(attribute)).Take(1);
        }

        if (relation is Project { Relabels: true } relabel)
        {
            return Walk(relabel.Input, attribute, origin)
                .SelectMany(a => relabel.Output.Where((_, i) => relabel.Input.Output[i].Equals(a)));
        }

        return relation.Inputs
            .SelectMany(input => Walk(input, attribute, origin))
            .Where(a => relation.Output.Contains(a))
            .Select(a => relation.Output.First(o => o.Equals(a)));
    }
}
