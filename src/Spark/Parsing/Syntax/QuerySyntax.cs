using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Parsing.Syntax;

/// <summary>A query, or a source of rows in FROM, as it was written.</summary>
internal abstract record QuerySyntax
{
    /// <summary>Where it was written.</summary>
    public Positioned At { get; init; }
}

/// <summary><c>WITH name [(columns)] AS (query), ... body</c>.</summary>
internal sealed record WithSyntax(Seq<CommonTableSyntax> Tables, QuerySyntax Body) : QuerySyntax;

/// <summary>One named query of WITH.</summary>
internal sealed record CommonTableSyntax(string Name, Seq<string> Columns, QuerySyntax Query);

/// <summary>A SELECT without its ORDER BY and LIMIT. <paramref name="From"/> null means one row without columns.</summary>
internal sealed record SelectSyntax(
    bool Distinct,
    Seq<ExpressionSyntax> Items,
    QuerySyntax? From,
    ExpressionSyntax? Where,
    GroupBySyntax? GroupBy,
    ExpressionSyntax? Having,
    Seq<NamedWindowSyntax> Windows) : QuerySyntax;

/// <summary><c>WINDOW name AS (...)</c>.</summary>
internal sealed record NamedWindowSyntax(string Name, WindowSyntax Window);

/// <summary>The elements of GROUP BY; <paramref name="All"/> for <c>GROUP BY ALL</c>.</summary>
internal sealed record GroupBySyntax(Seq<GroupingElementSyntax> Elements, bool All);

/// <summary>
/// One element of GROUP BY. Plain: one set of one expression. ROLLUP and CUBE: their units, each one or more expressions.
/// GROUPING SETS: its sets, of any size. (<c>GROUP BY a, b WITH ROLLUP</c> is one ROLLUP element.)
/// </summary>
internal sealed record GroupingElementSyntax(GroupingElementKind Kind, Seq<Seq<ExpressionSyntax>> Sets);

/// <summary>The kinds of GROUP BY elements.</summary>
internal enum GroupingElementKind
{
    Plain,
    Rollup,
    Cube,
    Sets,
}

/// <summary>UNION, INTERSECT, EXCEPT (MINUS) of two queries.</summary>
internal sealed record SetOperationSyntax(SetOperationKind Kind, bool All, QuerySyntax Left, QuerySyntax Right) : QuerySyntax;

/// <summary>VALUES: rows of expressions.</summary>
internal sealed record ValuesSyntax(Seq<Seq<ExpressionSyntax>> Rows) : QuerySyntax;

/// <summary>ORDER BY (or SORT BY when <paramref name="WithinPartitions"/>), LIMIT and OFFSET of a query.</summary>
internal sealed record OrderedSyntax(
    QuerySyntax Query,
    Seq<SortSyntax> OrderBy,
    bool WithinPartitions,
    ExpressionSyntax? Limit,
    ExpressionSyntax? Offset) : QuerySyntax;

/// <summary>A table, view or common table by name.</summary>
internal sealed record TableSyntax(Seq<string> Name) : QuerySyntax;

/// <summary>A table function in FROM: <c>range(1, 5)</c>, <c>explode(array(1, 2))</c>.</summary>
internal sealed record TableFunctionSyntax(CallSyntax Call) : QuerySyntax;

/// <summary>A source with a name of its own: <c>source AS alias (columns)</c>.</summary>
internal sealed record AliasedSyntax(QuerySyntax Source, string Alias, Seq<string> Columns) : QuerySyntax;

/// <summary>A join. <paramref name="Lateral"/> when the right side may refer to the left one.</summary>
internal sealed record JoinSyntax(
    QuerySyntax Left,
    QuerySyntax Right,
    JoinKind Kind,
    ExpressionSyntax? On,
    Seq<string> Using,
    bool Natural,
    bool Lateral) : QuerySyntax;

/// <summary><c>LATERAL VIEW [OUTER] generator table AS columns</c>.</summary>
internal sealed record LateralViewSyntax(QuerySyntax Source, CallSyntax Generator, bool Outer, string? Alias, Seq<string> Columns) : QuerySyntax;

/// <summary><c>PIVOT (aggregates FOR columns IN (values))</c>.</summary>
internal sealed record PivotSyntax(
    QuerySyntax Source,
    Seq<ExpressionSyntax> Aggregates,
    Seq<ExpressionSyntax> Columns,
    Seq<PivotValueSyntax> Values) : QuerySyntax;

/// <summary>One value of PIVOT: as many expressions as there are pivot columns, and a name.</summary>
internal sealed record PivotValueSyntax(Seq<ExpressionSyntax> Values, string? Alias);

/// <summary><c>TABLESAMPLE (n PERCENT | n ROWS) [REPEATABLE (seed)]</c>.</summary>
internal sealed record TableSampleSyntax(QuerySyntax Source, double? Percent, long? Rows, long? Seed) : QuerySyntax;
