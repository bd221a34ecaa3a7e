using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Dialects;

/// <summary>
/// One SELECT under construction. Its columns are defined over the columns of its FROM items, so that a step can be folded into it as long
/// as SQL evaluates its clauses in the order of the plan.
/// </summary>
internal sealed record Block
{
    /// <summary>The FROM clause; null for none.</summary>
    public string? From { get; init; }

    /// <summary>The columns it gives, in order: the attribute known above, and its definition over the FROM items.</summary>
    public required Seq<BlockColumn> Columns { get; init; }

    public Seq<Expression> Where { get; init; } = [];

    /// <summary>Group keys over the FROM items; null when it does not group.</summary>
    public Seq<Expression>? GroupBy { get; init; }

    public Seq<Seq<int>>? GroupingSets { get; init; }

    public Seq<Expression> Having { get; init; } = [];

    public bool Distinct { get; init; }

    /// <summary>SELECT DISTINCT ON these; empty for none.</summary>
    public Seq<Expression> DistinctOn { get; init; } = [];

    public Seq<SortOrder> OrderBy { get; init; } = [];

    public bool GlobalOrder { get; init; } = true;

    public long? Limit { get; init; }

    public long Offset { get; init; }

    /// <summary>Spark's hints, written after SELECT.</summary>
    public Seq<string> Hints { get; init; } = [];

    /// <summary>Whether its FROM ends with what no JOIN can follow: Spark's LATERAL VIEW.</summary>
    public bool HasViews { get; init; }

    /// <summary>Whether it is nothing but a FROM clause whose columns stand as they are: it can be extended.</summary>
    public bool IsBare => Where.Count == 0 && GroupBy is null && !Distinct && DistinctOn.Count == 0 && OrderBy.Count == 0 && !IsLimited && From is not null
        && Hints.Count == 0 && Columns.All(c => c.Definition is Attribute or SqlText { IsQuery: false });

    public bool IsLimited => Limit is not null || Offset > 0;

    public bool HasWindows => Columns.Any(c => c.Definition.Contains<WindowCall>());

    /// <summary>Whether another condition can be put in its WHERE.</summary>
    public bool TakesFilter => GroupBy is null && !Distinct && DistinctOn.Count == 0 && !IsLimited && OrderBy.Count == 0 && !HasWindows;

    /// <summary>Whether its columns can be replaced by expressions over them.</summary>
    public bool TakesProjection => !Distinct && DistinctOn.Count == 0;
}

/// <summary>A column of a block.</summary>
internal sealed record BlockColumn(Attribute Attribute, Expression Definition);
