using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Plan.Expressions;

/// <summary>The identity of a column: two attributes are the same column when their ids are the same object.</summary>
internal sealed class AttributeId;

/// <summary>An expression without children.</summary>
internal abstract record LeafExpression : Expression
{
    public sealed override Seq<Expression> Children => [];

    public sealed override Expression WithChildren(Seq<Expression> children) => this;
}

/// <summary>A constant; the CLR types of values are those of <see cref="Parsing.Syntax.LiteralSyntax"/>.</summary>
internal sealed record Literal(object? Value, DataType DataType) : LeafExpression
{
    public static readonly Literal True = new(true, SqlTypes.Boolean);
    public static readonly Literal False = new(false, SqlTypes.Boolean);

    public override DataType Type => DataType;

    public override bool Nullable => Value is null;

    public static Literal Null(DataType type) => new(null, type);

    public static Literal Of(int value) => new(value, SqlTypes.Integer);

    public static Literal Of(long value) => new(value, SqlTypes.Long);

    public static Literal Of(string value) => new(value, SqlTypes.String);

    public static Literal Of(bool value) => value ? True : False;

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitLiteral(this);
}

/// <summary>A column of a relation.</summary>
internal sealed record Attribute(AttributeId Id, string Name, DataType DataType, bool IsNullable) : LeafExpression
{
    /// <summary>The name of the table or alias it comes from, or null; <c>a.x</c> binds by it.</summary>
    public string? Qualifier { get; init; }

    public override DataType Type => DataType;

    public override bool Nullable => IsNullable;

    public static Attribute New(string name, DataType type, bool nullable = true) => new(new AttributeId(), name, type, nullable);

    public Attribute Fresh() => this with { Id = new AttributeId() };

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitAttribute(this);

    public bool Equals(Attribute? other) => other is not null && ReferenceEquals(other.Id, Id);

    public override int GetHashCode() => Id.GetHashCode();
}

/// <summary>A parameter of a lambda function.</summary>
internal sealed record LambdaVariable(AttributeId Id, string Name, DataType DataType, bool IsNullable) : LeafExpression
{
    public override DataType Type => DataType;

    public override bool Nullable => IsNullable;

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitLambdaVariable(this);
}

/// <summary>A text of one dialect that was written already: a column of a source, a subquery.</summary>
internal sealed record SqlText(string Text, DataType DataType, bool IsNullable) : LeafExpression
{
    /// <summary>Whether it is computed, and not only named, where it stands: a subquery.</summary>
    public bool IsQuery { get; init; }

    public override DataType Type => DataType;

    public override bool Nullable => IsNullable;

    public override TResult Accept<TResult>(ExpressionVisitor<TResult> visitor) => visitor.VisitSqlText(this);
}
