using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Plan.Relations;

/// <summary>Where the rows of a <see cref="Scan"/> come from.</summary>
internal abstract record ScanSource;

/// <summary>Files of one format. Options are the reader's, keys in lower case.</summary>
internal sealed record FileSource(string Format, Seq<string> Paths, Seq<KeyValuePair<string, string>> Options, StructType? Schema) : ScanSource;

/// <summary>A table of the engine's own catalogue.</summary>
internal sealed record TableSource(Seq<string> Name) : ScanSource;

/// <summary>A read from outside the engine, by its Spark format and options (JDBC). Options may hold secrets and are never printed.</summary>
internal sealed record ExternalSource(string Format, Seq<KeyValuePair<string, string>> Options) : ScanSource
{
    /// <summary>Conditions in the source's own SQL, a part of the rows each; empty for one part, or parts that the options say.</summary>
    public Seq<string> Predicates { get; init; } = [];

    public override string ToString() => $"{Format} source";
}

/// <summary>A read; its schema was asked of the engine once.</summary>
internal sealed record Scan(ScanSource Source, Seq<Expressions.Attribute> Columns) : LeafRelation
{
    public override Seq<Expressions.Attribute> Output => Columns;

    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitScan(this);
}

/// <summary>Rows that are part of the plan, values as in <see cref="Literal"/>; nested ones as object?[] and KeyValuePair&lt;object, object?&gt;[].</summary>
internal sealed record LocalData(Seq<Expressions.Attribute> Columns, Seq<Seq<object?>> Rows) : LeafRelation
{
    /// <summary>One row without columns: what SELECT without FROM reads.</summary>
    public static readonly LocalData OneRow = new([], [[]]);

    public override Seq<Expressions.Attribute> Output => Columns;

    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitLocalData(this);
}

/// <summary>The numbers from start (included) to end (excluded).</summary>
internal sealed record RangeData(long Start, long End, long Step, int? Partitions, Expressions.Attribute Column) : LeafRelation
{
    public override Seq<Expressions.Attribute> Output => [Column];

    public override TResult Accept<TResult>(RelationVisitor<TResult> visitor) => visitor.VisitRangeData(this);
}
