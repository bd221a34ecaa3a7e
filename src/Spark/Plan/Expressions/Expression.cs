using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Plan.Expressions;

/// <summary>A bound expression: every name is an attribute, every type is known. Valid once constructed.</summary>
internal abstract record Expression
{
    /// <summary>The type of its values.</summary>
    public abstract DataType Type { get; }

    /// <summary>Whether a value can be null.</summary>
    public abstract bool Nullable { get; }

    /// <summary>The expressions it is made of, in order.</summary>
    public abstract Seq<Expression> Children { get; }

    /// <summary>The same node over other children, as many as <see cref="Children"/> has.</summary>
    public abstract Expression WithChildren(Seq<Expression> children);

    /// <summary>Calls the visitor's method for this kind of node.</summary>
    public abstract TResult Accept<TResult>(ExpressionVisitor<TResult> visitor);
}
