using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Strings;

/// <summary>Functions that put together, or choose among, any number of values of a type that depends on all of them.</summary>
internal static class ConcatSignatures
{
    private static readonly ArrayType Strings = SqlTypes.ArrayOf(SqlTypes.String);

    /// <summary>Arrays only, binaries only, or anything atomic as strings.</summary>
    public static Signature Concat { get; } = Signature.Custom("(string..., binary... or array...)", (function, arguments) =>
    {
        DataType type = arguments.Any(a => a.Type is ArrayType) ? CommonArray(function, arguments) : Atomic(function, arguments, 0);
        return new Resolution(arguments.Map(a => Coercion.CastTo(a, type)), type, arguments.Any(a => a.Nullable));
    });

    /// <summary>A separator, then strings and arrays of strings.</summary>
    public static Signature WithSeparator { get; } = Signature.Custom("(string, string or array<string>...)", (function, arguments) =>
    {
        if (arguments.Count == 0)
        {
            throw Signature.WrongCount(function, "a separator and values", 0);
        }

        var cast = arguments.Select((a, i) => i > 0 && a.Type is ArrayType
            ? Coercion.CastTo(a, Strings)
            : Coercion.CastTo(a, Takes.String.Coerce(a) ?? throw Signature.WrongType(function, i, i == 0 ? "string" : "string or array<string>", a))).ToSeq();
        return new Resolution(cast, SqlTypes.String, arguments[0].Nullable);
    });

    /// <summary>A number, then strings or binaries.</summary>
    public static Signature Choice { get; } = Signature.Custom("(int, string or binary...)", (function, arguments) =>
    {
        if (arguments.Count < 2)
        {
            throw Signature.WrongCount(function, "a number and values", arguments.Count);
        }

        var values = arguments.Skip(1).ToSeq();
        var type = Atomic(function, values, 1);
        var number = Takes.Int.Coerce(arguments[0]) ?? throw Signature.WrongType(function, 0, "int", arguments[0]);
        return new Resolution([Coercion.CastTo(arguments[0], number), .. values.Map(v => Coercion.CastTo(v, type))], type, true);
    });

    private static ArrayType CommonArray(string function, Seq<Expression> arguments) =>
        arguments.All(a => a.Type is ArrayType) && CommonTypes.Wider(arguments) is ArrayType type ? type : throw CommonTypes.Differ(function, arguments);

    private static AtomicType Atomic(string function, Seq<Expression> arguments, int first)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (Takes.String.Coerce(arguments[i]) is null)
            {
                throw Signature.WrongType(function, i + first, "string or binary", arguments[i]);
            }
        }

        return arguments.Count > 0 && arguments.All(a => a.Type is BinaryType) ? SqlTypes.Binary : SqlTypes.String;
    }
}
