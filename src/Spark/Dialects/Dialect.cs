using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Dialects;

/// <summary>What one engine's SQL says differently. Structure is <see cref="SqlGenerator"/>'s, expressions are <see cref="ExpressionWriter"/>'s.</summary>
internal abstract class Dialect
{
    /// <summary>A name in quotes.</summary>
    public abstract string Quote(string name);

    /// <summary>How the engine writes the type.</summary>
    public abstract string TypeName(DataType type);

    /// <summary>How the engine says that function.</summary>
    public abstract Rendering RenderingOf(Function function);

    /// <summary>Writes expressions into one statement.</summary>
    public abstract ExpressionWriter Expressions(SqlGenerator generator);

    /// <summary>JOIN in that kind's words.</summary>
    public abstract string JoinWords(JoinKind kind);

    /// <summary>The conditions of WHERE, in the order in which the plan filters: a later one may only run on rows the earlier ones kept.</summary>
    public abstract string Conjunction(IReadOnlyList<Expression> conditions, ExpressionWriter writer);

    /// <summary>A source of numbers, its column under that name: <c>range(...) AS t0(c1)</c>.</summary>
    public abstract string Range(RangeData range, string alias, string column);

    /// <summary>A source of constant rows (at least one), typed: <c>(VALUES ...) AS t0(c1, c2)</c>.</summary>
    public abstract string Values(LocalData data, string alias, IReadOnlyList<string> columns, ExpressionWriter writer);

    /// <summary>What the groups must fulfil: the set of no keys among grouping sets is no row of the result where there are no rows.</summary>
    public abstract Seq<Expression> HavingOf(Aggregate aggregate);

    /// <summary>Rows of a generator beside each row of a block.</summary>
    public abstract Block Generate(Generate generate, Block input, SqlGenerator generator);

    /// <summary>SELECT DISTINCT ON, or what stands for it.</summary>
    public abstract Block Deduplicate(Deduplicate deduplicate, Block input, SqlGenerator generator);

    /// <summary>A random part of the rows.</summary>
    public abstract Block Sample(Sample sample, Block input, SqlGenerator generator);

    /// <summary>Repartitioning, where it has a meaning.</summary>
    public abstract Block Repartition(Repartition repartition, Block input, SqlGenerator generator);

    /// <summary>A hint, where it has a meaning.</summary>
    public abstract Block Hint(Hint hint, Block input, SqlGenerator generator);

    /// <summary>The words for sorting: ORDER BY, or sorting within partitions.</summary>
    public abstract string SortWords(bool global);
}

/// <summary>How a read is written.</summary>
/// <param name="From">The FROM item, without alias.</param>
/// <param name="Columns">For each column of the scan, its text given the alias of the FROM item.</param>
internal sealed record ScanText(string From, Func<string, Seq<string>> Columns);

/// <summary>A table that holds the rows of a boundary, its columns named c0, c1, ... by their position in the boundary's output.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Kept">The positions of the columns it has; null for all.</param>
internal sealed record BoundaryTable(string Name, IReadOnlySet<int>? Kept = null);

/// <summary>What the engine supplies to texts: its reads, and the tables that hold boundaries.</summary>
internal interface IStatementSources
{
    /// <summary>How the engine reads a source.</summary>
    ScanText Scan(Scan scan);

    /// <summary>The table that holds the rows of a boundary; null to write its input in place.</summary>
    BoundaryTable? Boundary(Relation boundary);

    /// <summary>The name under which a C# function is called.</summary>
    string Kernel(Function function, KernelSite site, Kernel kernel);

    /// <summary>The name under which a C# aggregate is called.</summary>
    string Aggregate(Function function, KernelSite site, AggregateKernel kernel);
}
