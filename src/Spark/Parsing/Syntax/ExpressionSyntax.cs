using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing.Syntax;

/// <summary>An expression as it was written, in SQL text or through a column: names not yet bound, types not yet known.</summary>
internal abstract record ExpressionSyntax
{
    /// <summary>Where it was written; null when it was built by method calls. Two nodes written in different places are equal.</summary>
    public Positioned At { get; init; }
}

/// <summary>A position that takes no part in equality.</summary>
internal readonly struct Positioned(TextPosition? position) : IEquatable<Positioned>
{
    public TextPosition? Position { get; } = position;

    public static implicit operator Positioned(TextPosition? position) => new(position);

    public bool Equals(Positioned other) => true;

    public override bool Equals(object? obj) => obj is Positioned;

    public override int GetHashCode() => 0;
}

/// <summary>A name of one or more parts: a column, a column of a table, a field of a column.</summary>
internal sealed record NameSyntax(Seq<string> Parts) : ExpressionSyntax;

/// <summary><c>*</c>, <c>t.*</c>, <c>* EXCEPT (a, b)</c>.</summary>
internal sealed record StarSyntax(Seq<string> Qualifier, Seq<NameSyntax> Except) : ExpressionSyntax;

/// <summary>
/// A constant. <paramref name="Value"/> is null or, by type: bool, sbyte, short, int, long, float, double, <see cref="DecimalValue"/>,
/// string, byte[], int (days of a date, months of an interval), long (microseconds of a timestamp or a day-time interval).
/// </summary>
internal sealed record LiteralSyntax(object? Value, DataType Type) : ExpressionSyntax;

/// <summary>
/// A call of a function or an operator by its Spark name, in lower case: <c>+ - * / % div = &lt;=&gt; &lt; &lt;= &gt; &gt;= and or not &amp; | ^ ~ || negative positive
/// like ilike rlike between in isnull isnotnull getitem</c>. <c>a != b</c> is <c>not(a = b)</c>; <c>like</c> takes the escape as third argument.
/// </summary>
internal sealed record CallSyntax(string Name, Seq<ExpressionSyntax> Arguments) : ExpressionSyntax
{
    public bool Distinct { get; init; }

    public ExpressionSyntax? Filter { get; init; }

    /// <summary>True for IGNORE NULLS, false for RESPECT NULLS, null when neither is written.</summary>
    public bool? IgnoreNulls { get; init; }

    public Seq<SortSyntax> WithinGroup { get; init; } = [];
}

/// <summary><c>expression.name</c>, when what stands before the point is not a name itself.</summary>
internal sealed record FieldSyntax(ExpressionSyntax Of, string Name) : ExpressionSyntax;

/// <summary><c>CAST(x AS type)</c>, <c>x::type</c>, and <c>TRY_CAST</c>.</summary>
internal sealed record CastSyntax(ExpressionSyntax Of, DataType Type, bool Try) : ExpressionSyntax;

/// <summary><c>CASE [operand] WHEN ... THEN ... [ELSE ...] END</c>.</summary>
internal sealed record CaseSyntax(ExpressionSyntax? Operand, Seq<CaseBranchSyntax> Branches, ExpressionSyntax? Else) : ExpressionSyntax;

/// <summary>One <c>WHEN ... THEN ...</c>.</summary>
internal sealed record CaseBranchSyntax(ExpressionSyntax When, ExpressionSyntax Then);

/// <summary><c>x -> body</c>, <c>(x, y) -> body</c>.</summary>
internal sealed record LambdaSyntax(Seq<string> Parameters, ExpressionSyntax Body) : ExpressionSyntax;

/// <summary><c>x AS name</c>; several names for a generator or a struct.</summary>
internal sealed record AliasSyntax(ExpressionSyntax Of, Seq<string> Names) : ExpressionSyntax;

/// <summary>An expression with a sort direction; <paramref name="NullsFirst"/> null means Spark's default (first ascending, last descending).</summary>
internal sealed record SortSyntax(ExpressionSyntax Of, bool Descending, bool? NullsFirst) : ExpressionSyntax;

/// <summary><c>function OVER window</c>.</summary>
internal sealed record OverSyntax(ExpressionSyntax Function, WindowSyntax Window) : ExpressionSyntax;

/// <summary>A window: a reference to a named one (<paramref name="Name"/> alone), or its definition.</summary>
internal sealed record WindowSyntax(string? Name, Seq<ExpressionSyntax> PartitionBy, Seq<SortSyntax> OrderBy, FrameSyntax? Frame);

/// <summary><c>ROWS | RANGE BETWEEN start AND end</c>.</summary>
internal sealed record FrameSyntax(bool Rows, FrameBoundSyntax Start, FrameBoundSyntax End);

/// <summary>An end of a frame. <paramref name="Offset"/> is set for <see cref="FrameBoundKind.Preceding"/> and <see cref="FrameBoundKind.Following"/>.</summary>
internal sealed record FrameBoundSyntax(FrameBoundKind Kind, ExpressionSyntax? Offset);

/// <summary>A query that gives one value.</summary>
internal sealed record ScalarSubquerySyntax(QuerySyntax Query) : ExpressionSyntax;

/// <summary><c>EXISTS (query)</c>.</summary>
internal sealed record ExistsSyntax(QuerySyntax Query) : ExpressionSyntax;

/// <summary><c>x IN (query)</c>, <c>(x, y) IN (query)</c>.</summary>
internal sealed record InSubquerySyntax(Seq<ExpressionSyntax> Values, QuerySyntax Query) : ExpressionSyntax;

/// <summary>A column of a known frame, <c>df["x"]</c>: it stays bound to that attribute wherever it is used.</summary>
internal sealed record BoundSyntax(Plan.Expressions.Attribute Attribute, Relation Origin) : ExpressionSyntax;

/// <summary>An expression that was bound already, where code of ours writes syntax around it.</summary>
internal sealed record ExactSyntax(Expression Expression) : ExpressionSyntax;
