using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Sql;

/// <content>Joins, unions and set operations.</content>
public sealed partial class DataFrame
{
    /// <summary>Every row of this frame with every row of the other.</summary>
    /// <param name="right">The other frame.</param>
    public DataFrame Join(DataFrame right) => With(PlanBuilder.Join(Plan, PlanOf(right), JoinKind.Inner, on: null));

    /// <summary>An inner join on a column that both have; it comes out once.</summary>
    /// <param name="right">The other frame.</param>
    /// <param name="usingColumn">The column's name.</param>
    public DataFrame Join(DataFrame right, string usingColumn) => Join(right, [usingColumn]);

    /// <summary>A join on columns that both have; each comes out once, in front.</summary>
    /// <param name="right">The other frame.</param>
    /// <param name="usingColumns">The columns' names.</param>
    /// <param name="joinType">inner, cross, left, left_outer, right, right_outer, full, outer, full_outer, semi, left_semi, anti, left_anti.</param>
    public DataFrame Join(DataFrame right, IEnumerable<string> usingColumns, string joinType = "inner")
    {
        ArgumentNullException.ThrowIfNull(usingColumns);
        ArgumentNullException.ThrowIfNull(joinType);
        var names = usingColumns.ToSeq();
        var kind = PlanBuilder.ParseJoinKind(joinType);
        return With(names.Count == 0
            ? PlanBuilder.Join(Plan, PlanOf(right), kind, on: null)
            : PlanBuilder.JoinUsing(Plan, PlanOf(right), kind, names));
    }

    /// <summary>A join on a condition. In a join of a frame with itself <c>df["k"] == df["k"]</c> compares the two sides.</summary>
    /// <param name="right">The other frame.</param>
    /// <param name="joinExpr">A boolean column over both.</param>
    /// <param name="joinType">inner, cross, left, left_outer, right, right_outer, full, outer, full_outer, semi, left_semi, anti, left_anti.</param>
    public DataFrame Join(DataFrame right, Column joinExpr, string joinType = "inner")
    {
        ArgumentNullException.ThrowIfNull(joinExpr);
        ArgumentNullException.ThrowIfNull(joinType);
        return With(PlanBuilder.Join(Plan, PlanOf(right), PlanBuilder.ParseJoinKind(joinType), joinExpr.Syntax, Session.Queries));
    }

    /// <summary>Every row of this frame with every row of the other.</summary>
    /// <param name="right">The other frame.</param>
    public DataFrame CrossJoin(DataFrame right) => With(PlanBuilder.Join(Plan, PlanOf(right), JoinKind.Cross, on: null));

    /// <summary>The rows of both, columns by position, duplicates kept. (SQL's UNION ALL.)</summary>
    /// <param name="other">The other frame.</param>
    public DataFrame Union(DataFrame other) => SetOperation(SetOperationKind.Union, all: true, other);

    /// <summary>The rows of both, columns by name, duplicates kept.</summary>
    /// <param name="other">A frame with the same names.</param>
    public DataFrame UnionByName(DataFrame other) => UnionByName(other, allowMissingColumns: false);

    /// <summary>The rows of both, columns by name, duplicates kept.</summary>
    /// <param name="other">The other frame.</param>
    /// <param name="allowMissingColumns">Whether a column that one side lacks is null there; else that is an error.</param>
    public DataFrame UnionByName(DataFrame other, bool allowMissingColumns) =>
        With(PlanBuilder.UnionByName(Plan, PlanOf(other), allowMissingColumns));

    /// <summary>The rows that both have, each once; nulls are equal.</summary>
    /// <param name="other">The other frame.</param>
    public DataFrame Intersect(DataFrame other) => SetOperation(SetOperationKind.Intersect, all: false, other);

    /// <summary>The rows that both have, as often as both have them.</summary>
    /// <param name="other">The other frame.</param>
    public DataFrame IntersectAll(DataFrame other) => SetOperation(SetOperationKind.Intersect, all: true, other);

    /// <summary>The rows that the other has not, each once; nulls are equal.</summary>
    /// <param name="other">The other frame.</param>
    public DataFrame Except(DataFrame other) => SetOperation(SetOperationKind.Except, all: false, other);

    /// <summary>The rows less those of the other, each as often as it comes more here than there.</summary>
    /// <param name="other">The other frame.</param>
    public DataFrame ExceptAll(DataFrame other) => SetOperation(SetOperationKind.Except, all: true, other);

    private DataFrame SetOperation(SetOperationKind kind, bool all, DataFrame other) =>
        With(PlanBuilder.SetOperation(kind, all, Plan, PlanOf(other)));

    private static Relation PlanOf(DataFrame other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Plan;
    }
}
