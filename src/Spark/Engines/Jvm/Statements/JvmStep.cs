using SparkEtl.Spark.Engines.Jvm.Wire;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.Jvm.Statements;

/// <summary>A relation that a statement refers to by the name of a temporary view, made before it.</summary>
/// <param name="View">The view's name.</param>
internal abstract record JvmStep(string View)
{
    /// <summary>Writes it for the JVM.</summary>
    public abstract void Write(WireWriter to);

    /// <summary>The SQL, for people.</summary>
    public abstract string Text { get; }
}

/// <summary>Rows that are part of the plan and too many for a text.</summary>
internal sealed record LocalRowsStep(string View, LocalData Data) : JvmStep(View)
{
    private const byte Kind = 0;

    public override string Text => $"-- {View}: {Data.Rows.Count} rows of the program";

    public override void Write(WireWriter to)
    {
        to.Byte(Kind).Text(View);
        WireTypes.Write(to, new StructType(Data.Columns.Select((c, i) => new StructField($"c{i}", c.Type, c.Nullable))));
        WireRows.Write(to, Data.Rows, Data.Columns.Map(c => c.Type));
    }
}

/// <summary>The rows of a query, observed or kept or both.</summary>
/// <param name="View">The view's name.</param>
/// <param name="Sql">The query, its columns named c0, c1, ...</param>
/// <param name="ObservedAs">The name that it is observed under in the JVM; null when it is not.</param>
/// <param name="Metrics">What is counted, in SQL.</param>
/// <param name="Persist">Whether its rows are kept.</param>
/// <param name="Keep">Whether they are kept beyond the action.</param>
/// <param name="Materialise">Whether all of them are computed before the statement runs.</param>
internal sealed record QueryStep(string View, string Sql, string? ObservedAs, Seq<string> Metrics, bool Persist, bool Keep, bool Materialise) : JvmStep(View)
{
    private const byte Kind = 1;

    public override string Text => $"CREATE TEMPORARY VIEW {View} AS {Sql}"
        + (ObservedAs is null ? string.Empty : $" -- observed: {Metrics}")
        + (Persist ? " -- kept" : string.Empty);

    public override void Write(WireWriter to) =>
        to.Byte(Kind).Text(View).Text(Sql).Text(ObservedAs).Texts(Metrics).Boolean(Persist).Boolean(Keep).Boolean(Materialise);
}
