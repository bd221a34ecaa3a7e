using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>What ROLLUP, CUBE and GROUPING SETS stand for.</summary>
internal static class GroupingSets
{
    // 2^16 sets: beyond that a CUBE is a mistake, not a query.
    private const int MostUnits = 16;

    public static IReadOnlyList<IReadOnlyList<Expression>> Expand(GroupingElementKind kind, Seq<Seq<Expression>> units) => kind switch
    {
        GroupingElementKind.Rollup => [.. Enumerable.Range(0, units.Count + 1).Select(i => Flat(units.Take(units.Count - i)))],
        GroupingElementKind.Cube when units.Count > MostUnits =>
            throw new AnalysisException("GROUPING_SIZE_LIMIT_EXCEEDED", $"CUBE takes at most {MostUnits} expressions, found {units.Count}."),
        GroupingElementKind.Cube => [.. Enumerable.Range(0, 1 << units.Count)
            .Select(mask => Flat(units.Where((_, i) => (mask & (1 << (units.Count - 1 - i))) == 0)))],
        _ => [.. units.Select(u => (IReadOnlyList<Expression>)[.. u])],
    };

    private static IReadOnlyList<Expression> Flat(IEnumerable<Seq<Expression>> units) => [.. units.SelectMany(u => u)];
}
