using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue;

/// <summary>What a parameter takes.</summary>
/// <param name="Description">In words, as in <c>docs/functions.md</c>.</param>
/// <param name="Coerce">The type the argument is cast to (its own when it fits as it is); null when it does not fit.</param>
internal sealed record TypeRule(string Description, Func<Expression, DataType?> Coerce);

/// <summary>The rules parameters are made of. Implicit casts are Spark's in ANSI mode (see <see cref="Coercion.ImplicitCast"/>).</summary>
internal static class Want
{
    public static readonly TypeRule Any = new("any", e => e.Type);
    public static readonly TypeRule String = Type(SqlTypes.String);
    public static readonly TypeRule Binary = Type(SqlTypes.Binary);
    public static readonly TypeRule Boolean = Type(SqlTypes.Boolean);
    public static readonly TypeRule Int = Type(SqlTypes.Integer);
    public static readonly TypeRule Long = Type(SqlTypes.Long);
    public static readonly TypeRule Double = Type(SqlTypes.Double);
    public static readonly TypeRule Date = Type(SqlTypes.Date);
    public static readonly TypeRule Timestamp = Type(SqlTypes.Timestamp);

    /// <summary>Any number; a string becomes a double, an untyped null a double.</summary>
    public static readonly TypeRule Numeric = new("numeric", e => e.Type switch
    {
        NumericType => e.Type,
        StringType or NullType => SqlTypes.Double,
        _ => null,
    });

    public static readonly TypeRule Integral = new("integral", e => e.Type switch
    {
        IntegralType => e.Type,
        NullType => SqlTypes.Integer,
        _ => null,
    });

    /// <summary>string or binary, anything atomic becomes a string.</summary>
    public static readonly TypeRule StringOrBinary = new("string or binary", e => e.Type is BinaryType ? e.Type : Coercion.ImplicitCast(e, SqlTypes.String));

    public static readonly TypeRule Array = new("array", e => e.Type is ArrayType ? e.Type : e.Type is NullType ? SqlTypes.ArrayOf(SqlTypes.Null) : null);

    public static readonly TypeRule Map = new("map", e => e.Type is MapType ? e.Type : e.Type is NullType ? SqlTypes.MapOf(SqlTypes.Null, SqlTypes.Null) : null);

    public static readonly TypeRule Struct = new("struct", e => e.Type is StructType ? e.Type : null);

    public static readonly TypeRule Lambda = new("lambda function", e => e is Lambda ? e.Type : null);

    /// <summary>A type that has an order (not a map).</summary>
    public static readonly TypeRule Orderable = new("orderable", e => Coercion.IsOrderable(e.Type) ? e.Type : null);

    /// <summary>Exactly that type after an implicit cast.</summary>
    public static TypeRule Type(DataType type) => new(type.SimpleString, e => Coercion.ImplicitCast(e, type));

    public static TypeRule ArrayOf(DataType element) => Type(SqlTypes.ArrayOf(element));

    /// <summary>The first of several rules that takes the argument without a cast, else the first that takes it.</summary>
    public static TypeRule OneOf(params TypeRule[] rules) => new(
        string.Join(" or ", rules.Select(r => r.Description)),
        e => rules.Select(r => r.Coerce(e)).FirstOrDefault(t => t is not null && t.Equals(e.Type))
            ?? rules.Select(r => r.Coerce(e)).FirstOrDefault(t => t is not null));

    /// <summary>As <paramref name="rule"/>, and the argument must be a constant.</summary>
    public static TypeRule Constant(TypeRule rule) => new($"constant {rule.Description}", e => Coercion.IsConstant(e) ? rule.Coerce(e) : null);
}
