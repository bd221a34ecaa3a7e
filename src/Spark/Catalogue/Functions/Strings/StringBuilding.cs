using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Strings;

/// <summary>Strings put together, repeated, filled, turned round and replaced in parts.</summary>
internal static class StringBuilding
{
    private static readonly Function NativeConcat = Primitive.Of("native concat", Rendering.Text(c => $"({string.Join(" || ", c.Arguments)})"));

    private static readonly Function ArrayConcat = Primitive.Of(
        "array concat", Rendering.Kernel(_ => new Kernel((Func<object?[], object?[]>)Parts.Concatenate) { Variadic = true }));

    public static IEnumerable<Function> All =>
    [
        StringFunctions.Of("concat", ConcatSignatures.Concat, Rendering.Rewrite(Concat), aliases: ["||"]),
        StringFunctions.Of(
            "concat_ws", ConcatSignatures.WithSeparator, Rendering.Kernel(_ => new Kernel(Parts.Join) { Variadic = true, SeesNulls = true })),
        StringFunctions.Of(
            "elt", ConcatSignatures.Choice, Rendering.Kernel(_ => new Kernel(Parts.Choose) { Variadic = true, SeesNulls = true }), canFail: true),
        StringFunctions.Of("repeat", Signature.Of(Returns.String, Takes.String, Takes.Int), Rendering.Kernel(Parts.Repeat)),
        StringFunctions.Of("space", Signature.Of(Returns.String, Takes.Int), Rendering.Kernel(Parts.Spaces)),
        StringFunctions.Of(
            "reverse",
            Signature.Of(Returns.SameAs(0), new TypeRule("string or array", e => e.Type is ArrayType ? e.Type : e.Type is BinaryType ? null : Takes.String.Coerce(e))),
            Rendering.Kernel(site => site.Arguments[0] is ArrayType
                ? new Kernel((object?[] items) => items.Reverse().ToArray())
                : new Kernel((Func<string, string>)CodePoints.Reverse)),
            note: "Of a binary it is a string in Spark 3 and a binary in Spark 4: cast it."),
        StringFunctions.Of(
            "replace",
            Signature.Of(Returns.String, Takes.String, Takes.String, Parameter.Option(Takes.String, Literal.Of(string.Empty))),
            Rendering.Kernel(Parts.Replace)),
        Pad("lpad", Padding.Left, Padding.Left),
        Pad("rpad", Padding.Right, Padding.Right),
    ];

    private static Function Pad(string name, Func<string, int, string, string> strings, Func<byte[], int, byte[], byte[]> binaries) =>
        StringFunctions.Of(name, PaddingSignature.Pad, StringFunctions.ByKind(strings, binaries));

    private static Expression Concat(Seq<Expression> arguments, DataType type) => arguments.Count switch
    {
        0 => Literal.Of(string.Empty),
        1 => arguments[0],
        _ when arguments.Any(a => a is Literal { Value: null }) => TypedNull.Of(type),
        _ => (type is ArrayType ? ArrayConcat : NativeConcat).Call(type, arguments),
    };
}
