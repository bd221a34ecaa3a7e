using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Plan.Expressions;

/// <summary>A named value: one column that a relation adds.</summary>
internal sealed record Alias(Expression Of, string Name, AttributeId Id) : Expression
{
    /// <summary>The qualifier of the attribute it makes; set where a side of a self join gets new ids.</summary>
    public string? Qualifier { get; init; }

    public override DataType Type => Of.Type;

    public override bool Nullable => Of.Nullable;

    public override Seq<Expression> Children => [Of];

    public static Alias New(Expression of, string name) => new(of, name, new AttributeId());

    public override Expression WithChildren(Seq<Expression> children) => this with { Of = children[0] };

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitAlias(this);
}

/// <summary>A cast in ANSI mode; with <paramref name="Try"/> a value that does not fit becomes null.</summary>
internal sealed record Cast(Expression Of, DataType To, bool Try) : Expression
{
    public override DataType Type => To;

    public override bool Nullable => Try || Of.Nullable;

    public override Seq<Expression> Children => [Of];

    public override Expression WithChildren(Seq<Expression> children) => this with { Of = children[0] };

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitCast(this);
}

/// <summary>A call of a scalar function, a generator, or a function that only a window gives (<c>rank</c>).</summary>
internal sealed record Call(Function Function, Seq<Expression> Arguments, DataType ResultType, bool ResultNullable) : Expression
{
    /// <summary>IGNORE NULLS of a window function such as <c>lag</c>.</summary>
    public bool IgnoreNulls { get; init; }

    public override DataType Type => ResultType;

    public override bool Nullable => ResultNullable;

    public override Seq<Expression> Children => Arguments;

    public override Expression WithChildren(Seq<Expression> children) => this with { Arguments = children };

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitCall(this);
}

/// <summary>A call of an aggregate function.</summary>
internal sealed record AggregateCall(Function Function, Seq<Expression> Arguments, DataType ResultType, bool ResultNullable) : Expression
{
    public bool Distinct { get; init; }

    public bool IgnoreNulls { get; init; }

    /// <summary>FILTER (WHERE ...), or null.</summary>
    public Expression? Filter { get; init; }

    /// <summary>WITHIN GROUP (ORDER BY ...).</summary>
    public Seq<SortOrder> WithinGroup { get; init; } = [];

    public override DataType Type => ResultType;

    public override bool Nullable => ResultNullable;

    public override Seq<Expression> Children =>
        Arguments.AddRange(WithinGroup.Map(s => s.Of)).AddRange(Filter is null ? [] : [Filter]);

    public override Expression WithChildren(Seq<Expression> children) => this with
    {
        Arguments = children.Take(Arguments.Count).ToSeq(),
        WithinGroup = WithinGroup.Select((s, i) => s with { Of = children[Arguments.Count + i] }).ToSeq(),
        Filter = Filter is null ? null : children[^1],
    };

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitAggregateCall(this);
}

/// <summary>An aggregate, or a window function, over a window.</summary>
internal sealed record WindowCall(Expression Function, Seq<Expression> PartitionBy, Seq<SortOrder> OrderBy, WindowFrame? Frame) : Expression
{
    public override DataType Type => Function.Type;

    public override bool Nullable => Function.Nullable;

    public override Seq<Expression> Children => new Seq<Expression>([Function]).AddRange(PartitionBy).AddRange(OrderBy.Map(s => s.Of));

    public override Expression WithChildren(Seq<Expression> children) => this with
    {
        Function = children[0],
        PartitionBy = children.Skip(1).Take(PartitionBy.Count).ToSeq(),
        OrderBy = OrderBy.Select((s, i) => s with { Of = children[1 + PartitionBy.Count + i] }).ToSeq(),
    };

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitWindowCall(this);
}

/// <summary>CASE WHEN: conditions and values of one type.</summary>
internal sealed record CaseWhen(Seq<CaseBranch> Branches, Expression? Else) : Expression
{
    public override DataType Type => Branches[0].Then.Type;

    public override bool Nullable => Else is null || Else.Nullable || Branches.Any(b => b.Then.Nullable);

    public override Seq<Expression> Children =>
        Branches.SelectMany(b => new[] { b.When, b.Then }).Concat(Else is null ? [] : [Else]).ToSeq();

    public override Expression WithChildren(Seq<Expression> children) => new CaseWhen(
        Branches.Select((_, i) => new CaseBranch(children[2 * i], children[(2 * i) + 1])).ToSeq(),
        Else is null ? null : children[^1]);

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitCaseWhen(this);
}

/// <summary>One branch of CASE.</summary>
internal sealed record CaseBranch(Expression When, Expression Then);

/// <summary>A field of a struct, by position.</summary>
internal sealed record GetField(Expression Of, int Index) : Expression
{
    public StructField Field => ((StructType)Of.Type).Fields[Index];

    public override DataType Type => Field.DataType;

    public override bool Nullable => Of.Nullable || Field.IsNullable;

    public override Seq<Expression> Children => [Of];

    public override Expression WithChildren(Seq<Expression> children) => this with { Of = children[0] };

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitGetField(this);
}

/// <summary>A function as an argument of a function: <c>x -> x + 1</c>.</summary>
internal sealed record Lambda(Seq<LambdaVariable> Parameters, Expression Body) : Expression
{
    public override DataType Type => Body.Type;

    public override bool Nullable => Body.Nullable;

    public override Seq<Expression> Children => [Body];

    public override Expression WithChildren(Seq<Expression> children) => this with { Body = children[0] };

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitLambda(this);
}

/// <summary>An expression to sort by.</summary>
internal sealed record SortOrder(Expression Of, bool Descending, bool NullsFirst);

/// <summary>The frame of a window; a bound's offset is set for PRECEDING and FOLLOWING by a number.</summary>
internal sealed record WindowFrame(bool Rows, FrameBound Start, FrameBound End);

/// <summary>An end of a frame. <paramref name="Offset"/> is a constant.</summary>
internal sealed record FrameBound(FrameBoundKind Kind, Literal? Offset);

/// <summary>The ends a frame can have.</summary>
internal enum FrameBoundKind
{
    UnboundedPreceding,
    Preceding,
    CurrentRow,
    Following,
    UnboundedFollowing,
}
