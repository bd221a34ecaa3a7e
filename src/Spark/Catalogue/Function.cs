using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue;

/// <summary>What calls of a function stand for.</summary>
internal enum FunctionKind
{
    /// <summary>A value from the values of one row.</summary>
    Scalar,

    /// <summary>A value from the rows of a group; over a window too.</summary>
    Aggregate,

    /// <summary>A value that only a window gives.</summary>
    Window,

    /// <summary>Rows from the values of one row.</summary>
    Generator,
}

/// <summary>
/// One function: everything the house knows of it. It is one object of the catalogue, compared by reference.
/// </summary>
internal sealed class Function
{
    /// <summary>Spark's name, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>Other names Spark has for it.</summary>
    public Seq<string> Aliases { get; init; } = [];

    public required FunctionKind Kind { get; init; }

    /// <summary>Its family, a heading in docs/functions.md: <c>string</c>, <c>date</c>, <c>aggregate</c>...</summary>
    public required string Family { get; init; }

    /// <summary>
    /// Which arguments it takes, what they are cast to, and what it gives. A generator gives a struct type, the columns of a generated row; the
    /// embedded engine's rendering is a list of such structs that the dialect unnests, null or empty for no row.
    /// </summary>
    public required Signature Signature { get; init; }

    /// <summary>How Spark's SQL says it.</summary>
    public required Rendering Spark { get; init; }

    /// <summary>How the embedded engine says it.</summary>
    public required Rendering DuckDb { get; init; }

    /// <summary>False when two evaluations over the same values may differ (<c>rand</c>): never computed twice, never folded.</summary>
    public bool Deterministic { get; init; } = true;

    /// <summary>True when evaluation may raise an error, so that it must not run on rows an earlier filter removed.</summary>
    public bool CanFail { get; init; }

    /// <summary>True when the result depends on the order of rows where none is given (<c>first</c>, <c>collect_list</c>): not compared between engines.</summary>
    public bool OrderDependent { get; init; }

    /// <summary>For aggregates: whether FIRST/LAST-like IGNORE NULLS is accepted; for window functions too.</summary>
    public bool AcceptsIgnoreNulls { get; init; }

    /// <summary>
    /// For functions that take lambdas, the types of a lambda's parameters, told from the bound arguments that are no lambdas, the position of
    /// the lambda among all arguments, and the number of parameters it was written with. Null for functions that take none; an empty list when a
    /// lambda of that many parameters cannot stand there.
    /// </summary>
    public Func<Seq<Expression>, int, int, Seq<(DataType Type, bool Nullable)>>? LambdaParameters { get; init; }

    /// <summary>
    /// For aggregates with WITHIN GROUP (ORDER BY ...), the arguments that the call has: those in the parentheses and what the order says.
    /// It is applied before the signature; null when the function takes no WITHIN GROUP.
    /// </summary>
    public Func<Seq<Expression>, Seq<SortOrder>, Seq<Expression>>? OrderedArguments { get; init; }

    /// <summary>A remark for docs/functions.md, or null.</summary>
    public string? Note { get; init; }

    public override string ToString() => Name;
}
