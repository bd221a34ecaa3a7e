using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Strings;

/// <summary>Signatures whose values are all strings or all binaries.</summary>
internal static class PaddingSignature
{
    private static readonly Literal Zero = new(new byte[1], SqlTypes.Binary);

    /// <summary>A value, a length, and the filling: a space, or a zero byte, when it is left out.</summary>
    public static Signature Pad { get; } = Signature.Custom("(string or binary, int, [string or binary])", (function, arguments) =>
    {
        if (arguments.Count is < 2 or > 3)
        {
            throw Signature.WrongCount(function, "2 or 3 arguments", arguments.Count);
        }

        var binary = arguments[0].Type is BinaryType && (arguments.Count == 2 || arguments[2].Type is BinaryType);
        AtomicType type = binary ? SqlTypes.Binary : SqlTypes.String;
        Seq<Expression> cast =
        [
            As(function, 0, arguments[0], Takes.Type(type)),
            As(function, 1, arguments[1], Takes.Int),
            arguments.Count == 3 ? As(function, 2, arguments[2], Takes.Type(type)) : binary ? Zero : Literal.Of(" "),
        ];
        return new Resolution(cast, type, cast.Any(a => a.Nullable));
    });

    /// <summary>Two values of one kind, a position, and a length: -1, the second value's own, when it is left out.</summary>
    public static Signature Overlay { get; } = Signature.Custom("(string or binary, string or binary, int, [int])", (function, arguments) =>
    {
        if (arguments.Count is < 3 or > 4)
        {
            throw Signature.WrongCount(function, "3 or 4 arguments", arguments.Count);
        }

        if (arguments[0].Type is BinaryType != arguments[1].Type is BinaryType && arguments.Take(2).All(a => a.Type is not NullType))
        {
            throw CommonTypes.Differ(function, [arguments[0], arguments[1]]);
        }

        AtomicType type = arguments.Take(2).Any(a => a.Type is BinaryType) ? SqlTypes.Binary : SqlTypes.String;
        Seq<Expression> cast =
        [
            As(function, 0, arguments[0], Takes.Type(type)),
            As(function, 1, arguments[1], Takes.Type(type)),
            As(function, 2, arguments[2], Takes.Int),
            arguments.Count == 4 ? As(function, 3, arguments[3], Takes.Int) : Literal.Of(-1),
        ];
        return new Resolution(cast, type, cast.Any(a => a.Nullable));
    });

    /// <summary>Two values, both binaries or both strings.</summary>
    public static Signature Pair { get; } = Signature.Custom("(string or binary, string or binary)", (function, arguments) =>
    {
        if (arguments.Count != 2)
        {
            throw Signature.WrongCount(function, "2 arguments", arguments.Count);
        }

        AtomicType type = arguments.All(a => a.Type is BinaryType) ? SqlTypes.Binary : SqlTypes.String;
        var cast = arguments.Select((a, i) => As(function, i, a, Takes.Type(type))).ToSeq();
        return new Resolution(cast, SqlTypes.Boolean, cast.Any(a => a.Nullable));
    });

    private static Expression As(string function, int index, Expression argument, TypeRule rule) =>
        Coercion.CastTo(argument, rule.Coerce(argument) ?? throw Signature.WrongType(function, index, rule.Description, argument));
}
