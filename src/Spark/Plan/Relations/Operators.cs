using SparkEtl.Spark.Plan.Expressions;

namespace SparkEtl.Spark.Plan.Relations;

/// <summary>Columns computed from the input's: each item is an <see cref="Expressions.Attribute"/> of the input or an <see cref="Alias"/>.</summary>
internal sealed record Project(Relation Input, Seq<Expression> Items) : UnaryRelation(Input)
{
    /// <summary>True when it only gives the columns new ids, so that a relation can be joined with itself.</summary>
    public bool Relabels { get; init; }

    public override Seq<Expressions.Attribute> Output { get; } = Items.Map(AttributeOf);

    /// <summary>The attribute by which the item is known above.</summary>
    public static Expressions.Attribute AttributeOf(Expression item) => item switch
    {
        Expressions.Attribute attribute => attribute,
        Alias alias => new Expressions.Attribute(alias.Id, alias.Name, alias.Type, alias.Nullable) { Qualifier = alias.Qualifier },
        _ => throw new InvalidOperationException($"{item.GetType().Name} is not a named expression."),
    };

    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitProject(this);
}

/// <summary>The rows for which the condition is true.</summary>
internal sealed record Filter(Relation Input, Expression Condition) : UnaryRelation(Input)
{
    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitFilter(this);
}

/// <summary>The ways to join.</summary>
internal enum JoinKind
{
    Inner,
    Cross,
    LeftOuter,
    RightOuter,
    FullOuter,
    LeftSemi,
    LeftAnti,
}

/// <summary>
/// A join. The two inputs share no attribute id. <paramref name="Lateral"/> when the right side refers to attributes of the left.
/// </summary>
internal sealed record Join(Relation Left, Relation Right, JoinKind Kind, Expression? Condition, bool Lateral = false) : Relation
{
    public override Seq<Expressions.Attribute> Output { get; } = Kind switch
    {
        JoinKind.LeftSemi or JoinKind.LeftAnti => Left.Output,
        _ => Side(Left, Kind is JoinKind.RightOuter or JoinKind.FullOuter).AddRange(Side(Right, Kind is JoinKind.LeftOuter or JoinKind.FullOuter)),
    };

    public override Seq<Relation> Inputs => [Left, Right];

    public override Relation WithInputs(Seq<Relation> inputs) => new Join(inputs[0], inputs[1], Kind, Condition, Lateral);

    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitJoin(this);

    private static Seq<Expressions.Attribute> Side(Relation side, bool nullable) =>
        nullable ? side.Output.Map(a => a with { IsNullable = true }) : side.Output;
}

/// <summary>
/// Groups. Each key is an attribute of the input or an alias of an expression over it; the aggregates are aliases of
/// <see cref="AggregateCall"/>s over the input. <paramref name="GroupingSets"/> holds indexes into the keys, null for one set of all keys;
/// with it every key is an alias, as its values can be null where the input's are not.
/// </summary>
internal sealed record Aggregate(Relation Input, Seq<Expression> Keys, Seq<Seq<int>>? GroupingSets, Seq<Alias> Aggregates) : UnaryRelation(Input)
{
    public override Seq<Expressions.Attribute> Output { get; } = Keys
        .Map(k => GroupingSets is null ? Project.AttributeOf(k) : Project.AttributeOf(k) with { IsNullable = true })
        .AddRange(Aggregates.Map(Project.AttributeOf));

    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitAggregate(this);
}

/// <summary>Each row once for every row its generator gives; with <paramref name="Outer"/> once with nulls when it gives none.</summary>
internal sealed record Generate(Relation Input, Call Generator, bool Outer, Seq<Expressions.Attribute> Generated) : UnaryRelation(Input)
{
    public override Seq<Expressions.Attribute> Output => Input.Output.AddRange(Generated);

    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitGenerate(this);
}

/// <summary>Sorted rows; not <paramref name="Global"/>: sorted within each partition.</summary>
internal sealed record Sort(Relation Input, Seq<SortOrder> Order, bool Global) : UnaryRelation(Input)
{
    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitSort(this);
}

/// <summary>At most <paramref name="Count"/> rows (null: all) after the first <paramref name="Offset"/>.</summary>
internal sealed record Limit(Relation Input, long? Count, long Offset) : UnaryRelation(Input)
{
    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitLimit(this);
}

/// <summary>The last rows.</summary>
internal sealed record Tail(Relation Input, long Count) : UnaryRelation(Input)
{
    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitTail(this);
}

/// <summary>The set operations.</summary>
internal enum SetOperationKind
{
    Union,
    Intersect,
    Except,
}

/// <summary>
/// UNION, INTERSECT, EXCEPT by position; the inputs have the same column types. Two inputs, or more for UNION ALL.
/// </summary>
internal sealed record SetOperation(SetOperationKind Kind, bool All, Seq<Relation> Operands, Seq<Expressions.Attribute> Columns) : Relation
{
    public override Seq<Expressions.Attribute> Output => Columns;

    public override Seq<Relation> Inputs => Operands;

    public override Relation WithInputs(Seq<Relation> inputs) => this with { Operands = inputs };

    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitSetOperation(this);
}

/// <summary>Each different row once.</summary>
internal sealed record Distinct(Relation Input) : UnaryRelation(Input)
{
    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitDistinct(this);
}

/// <summary>One whole row for each different value of the keys; which one is not said.</summary>
internal sealed record Deduplicate(Relation Input, Seq<Expressions.Attribute> Keys) : UnaryRelation(Input)
{
    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitDeduplicate(this);
}

/// <summary>A random part of the rows: those whose random number in [0, 1) lies in [Lower, Upper), or that many draws with replacement.</summary>
internal sealed record Sample(Relation Input, double Lower, double Upper, bool WithReplacement, long Seed) : UnaryRelation(Input)
{
    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitSample(this);
}

/// <summary>A name for the columns of the input: <c>df.As("a")</c>, <c>(query) a</c>.</summary>
internal sealed record Named(Relation Input, string Name) : UnaryRelation(Input)
{
    public override Seq<Expressions.Attribute> Output { get; } = Input.Output.Map(a => a with { Qualifier = Name });

    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitNamed(this);
}

/// <summary>How rows are spread over partitions; no meaning for the result.</summary>
internal sealed record Repartition(Relation Input, int? Partitions, Seq<SortOrder> By, RepartitionKind Kind) : UnaryRelation(Input)
{
    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitRepartition(this);
}

/// <summary>The ways to spread rows.</summary>
internal enum RepartitionKind
{
    Hash,
    Range,
    Coalesce,
}

/// <summary>A hint to Spark's optimiser; no meaning for the result.</summary>
internal sealed record Hint(Relation Input, string Name, Seq<Literal> Parameters) : UnaryRelation(Input)
{
    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitHint(this);
}

/// <summary>Aggregates over the rows that pass here, returned beside the action. A boundary of the text.</summary>
internal sealed record Observe(Relation Input, string Name, Seq<Alias> Metrics) : UnaryRelation(Input)
{
    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitObserve(this);
}

/// <summary>A relation whose rows the engine keeps once they were computed. A boundary of the text.</summary>
internal sealed record Persisted(Relation Input, PersistedRows Rows) : UnaryRelation(Input)
{
    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitPersisted(this);
}

/// <summary>The identity of kept rows: what the engine remembers them by.</summary>
internal sealed class PersistedRows;
