using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue;

/// <summary>What a function gives, told from its cast arguments.</summary>
/// <param name="Type">The type.</param>
/// <param name="Nullable">Whether a null can come out.</param>
internal sealed record ResultRule(Func<Seq<Expression>, DataType> Type, Func<Seq<Expression>, bool> Nullable)
{
    /// <summary>Never null, whatever the arguments.</summary>
    public ResultRule NeverNull() => this with { Nullable = _ => false };

    /// <summary>Null even when no argument is.</summary>
    public ResultRule MaybeNull() => this with { Nullable = _ => true };
}

/// <summary>The result rules functions are made of. Null in, null out, unless said otherwise.</summary>
internal static class Returns
{
    public static readonly ResultRule String = Type(SqlTypes.String);
    public static readonly ResultRule Binary = Type(SqlTypes.Binary);
    public static readonly ResultRule Boolean = Type(SqlTypes.Boolean);
    public static readonly ResultRule Int = Type(SqlTypes.Integer);
    public static readonly ResultRule Long = Type(SqlTypes.Long);
    public static readonly ResultRule Double = Type(SqlTypes.Double);
    public static readonly ResultRule Date = Type(SqlTypes.Date);
    public static readonly ResultRule Timestamp = Type(SqlTypes.Timestamp);

    public static ResultRule Type(DataType type) => new(_ => type, AnyNull);

    /// <summary>The type of that argument.</summary>
    public static ResultRule SameAs(int argument) => new(a => a[argument].Type, AnyNull);

    public static ResultRule From(Func<Seq<Expression>, DataType> type) => new(type, AnyNull);

    private static bool AnyNull(Seq<Expression> arguments) => arguments.Any(a => a.Nullable);
}
