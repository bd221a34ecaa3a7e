using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Functions that only a window gives.</summary>
internal static class WindowFunctions
{
    public static IEnumerable<Function> All =>
    [
        Ranking("row_number", Signature.Of(Returns.Int.NeverNull())),
        Ranking("rank", Signature.Of(Returns.Int.NeverNull(), Parameter.Many(Want.Any))),
        Ranking("dense_rank", Signature.Of(Returns.Int.NeverNull(), Parameter.Many(Want.Any))),
        Make("percent_rank", Signature.Of(Returns.Double.NeverNull(), Parameter.Many(Want.Any)), Rendering.Template("percent_rank(){over}")),
        Make("cume_dist", Signature.Of(Returns.Double.NeverNull()), Rendering.Template("cume_dist(){over}")),
        Make("ntile", Checked(Signature.Of(Returns.Int.NeverNull(), Parameter.Option(Want.Constant(Want.Int), Literal.Of(1))), 0), Text("ntile", cast: true)),
        Neighbour("lag"),
        Neighbour("lead"),
        Make(
            "nth_value",
            Checked(Signature.Of(Returns.SameAs(0).MaybeNull(), Want.Any, Want.Constant(Want.Int)), 1),
            Text("nth_value", cast: false),
            ignoresNulls: true),
    ];

    private static Function Ranking(string name, Signature signature) =>
        Make(name, signature, Rendering.Template($"CAST({name}(){{over}} AS INTEGER)"));

    private static Function Neighbour(string name) =>
        Make(name, Signature.Custom("(any [, constant int [, any]])", ResolveNeighbour), Text(name, cast: false), ignoresNulls: true);

    private static Function Make(string name, Signature signature, Rendering duckDb, bool ignoresNulls = false) => new()
    {
        Name = name,
        Kind = FunctionKind.Window,
        Family = "window",
        Signature = signature,
        Spark = Rendering.Native(name),
        DuckDb = duckDb,
        AcceptsIgnoreNulls = ignoresNulls,
    };

    private static Rendering Text(string name, bool cast) => Rendering.Text(call =>
    {
        var text = $"{name}({string.Join(", ", call.Arguments)}{(call.IgnoreNulls ? " IGNORE NULLS" : string.Empty)}){{over}}";
        return cast ? $"CAST({text} AS {call.TypeName(call.Type)})" : text;
    });

    private static Resolution ResolveNeighbour(string function, Seq<Expression> arguments)
    {
        if (arguments.Count is < 1 or > 3)
        {
            throw Signature.WrongCount(function, "(any [, constant int [, any]])", arguments.Count);
        }

        var offset = arguments.Count < 2 ? Literal.Of(1) : ((Parameter)Want.Constant(Want.Int)).Accept(function, 1, arguments[1]);
        if (arguments.Count < 3)
        {
            return new Resolution([arguments[0], offset], arguments[0].Type, true);
        }

        // What stands in for a missing row is cast to the type of the rows.
        var otherwise = ((Parameter)Want.Type(arguments[0].Type)).Accept(function, 2, arguments[2]);
        return new Resolution([arguments[0], offset, otherwise], arguments[0].Type, arguments[0].Nullable || otherwise.Nullable);
    }

    // ntile and nth_value count from one.
    private static Signature Checked(Signature signature, int index) => Signature.Custom(signature.Describe(), (function, arguments) =>
    {
        var resolution = signature.Resolve(function, arguments);
        return resolution.Arguments[index] is not Literal { Value: int value } || value > 0 ? resolution : throw new AnalysisException(
            "DATATYPE_MISMATCH.VALUE_OUT_OF_RANGE", $"Argument {index + 1} of {function} must be at least 1, found {value}.");
    });
}
