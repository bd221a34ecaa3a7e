using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Spark.Sql.Values;

namespace SparkEtl.Spark.Sql;

/// <content>Actions: what runs the plan. Each blocks until it is done or the session is cancelled.</content>
public sealed partial class DataFrame
{
    /// <summary>All rows, in memory.</summary>
    public IEnumerable<Row> Collect() => Collect(CancellationToken.None);

    /// <summary>The rows one after the other, without keeping them all in memory. Each enumeration runs the plan.</summary>
    public IEnumerable<Row> ToLocalIterator() => Stream(CancellationToken.None);

    /// <inheritdoc cref="ToLocalIterator()"/>
    public IEnumerable<Row> ToLocalIterator(bool prefetchPartitions) => ToLocalIterator();

    /// <summary>The number of rows.</summary>
    public long Count() => Count(CancellationToken.None);

    /// <summary>Whether there is no row.</summary>
    public bool IsEmpty() => IsEmpty(CancellationToken.None);

    /// <summary>At most the first n rows; which come first is not said without an order.</summary>
    /// <param name="n">0 or more.</param>
    public IEnumerable<Row> Head(int n) => Take(n, CancellationToken.None);

    /// <summary>The first row.</summary>
    /// <exception cref="QueryException">There is no row.</exception>
    public Row Head() => First(CancellationToken.None);

    /// <inheritdoc cref="Head()"/>
    public Row First() => Head();

    /// <inheritdoc cref="Head(int)"/>
    public IEnumerable<Row> Take(int n) => Take(n, CancellationToken.None);

    /// <summary>At most the last n rows; which come last is not said without an order.</summary>
    /// <param name="n">0 or more.</param>
    public IEnumerable<Row> Tail(int n) => Tail(n, CancellationToken.None);

    internal IReadOnlyList<Row> Collect(CancellationToken cancellation) => [.. Stream(cancellation)];

    internal IEnumerable<Row> Stream(CancellationToken cancellation)
    {
        var schema = Schema();
        return Session.Runner.Stream(Plan, cancellation).Select(r => PlanValues.ToRow(r, schema));
    }

    internal long Count(CancellationToken cancellation)
    {
        var count = new AliasSyntax(new CallSyntax("count", [new LiteralSyntax(1, SqlTypes.Integer)]), ["count"]);
        var plan = PlanBuilder.Aggregate(Plan, new GroupBySyntax([], All: false), [count]);
        return (long)Session.Runner.Rows(plan, cancellation)[0][0]!;
    }

    internal bool IsEmpty(CancellationToken cancellation) => Session.Runner.Rows(PlanBuilder.Limit(Plan, 1), cancellation).Count == 0;

    internal Row First(CancellationToken cancellation) => Take(1, cancellation) is [var first]
        ? first
        : throw new QueryException("NO_SUCH_ELEMENT", "The frame has no row to be the first; ask IsEmpty() before, or Take(1).");

    internal IReadOnlyList<Row> Take(int n, CancellationToken cancellation) => With(PlanBuilder.Limit(Plan, n)).Collect(cancellation);

    internal IReadOnlyList<Row> Tail(int n, CancellationToken cancellation) => n >= 0
        ? With(new Tail(Plan, n)).Collect(cancellation)
        : throw new AnalysisException("INVALID_LIMIT_LIKE_EXPRESSION.IS_NEGATIVE", $"Tail takes 0 rows or more, found {n}.");
}
