using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Plan.Expressions;

/// <summary>The one value of a query of one column and at most one row. Attributes of an outer query may stand in it.</summary>
internal sealed record ScalarSubquery(Relation Query) : LeafExpression
{
    public override DataType Type => Query.Output[0].Type;

    public override bool Nullable => true;

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitScalarSubquery(this);
}

/// <summary>Whether a query has a row.</summary>
internal sealed record Exists(Relation Query) : LeafExpression
{
    public override DataType Type => SqlTypes.Boolean;

    public override bool Nullable => false;

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitExists(this);
}

/// <summary>Whether the values are a row of the query; as many values as the query has columns, of the same types.</summary>
internal sealed record InSubquery(Seq<Expression> Values, Relation Query) : Expression
{
    public override DataType Type => SqlTypes.Boolean;

    public override bool Nullable => Values.Any(v => v.Nullable) || Query.Output.Any(a => a.Nullable);

    public override Seq<Expression> Children => Values;

    public override Expression WithChildren(Seq<Expression> children) => this with { Values = children };

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitInSubquery(this);
}
