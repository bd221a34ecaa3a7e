using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Dates;

/// <summary>Windows of time that rows are grouped by.</summary>
internal static class TimeWindowFunctions
{
    public static IEnumerable<Function> All =>
    [
        new Function
        {
            Name = "window",
            Kind = FunctionKind.Scalar,
            Family = "date",
            Signature = Signature.Custom("(timestamp, constant duration [, constant slide [, constant start]])", Resolve),
            Spark = Rendering.Native("window"),
            DuckDb = Rendering.Rewrite(Tumbling),
            CanFail = true,
            Note = "The embedded engine has windows that do not overlap, and keeps rows without a time as a group of their own; Spark drops them.",
        },
        DateFunction.Of(
            "session_window",
            Signature.Of(Returns.From(a => Window(a[0].Type)), Takes.AnyTimestamp, Takes.String),
            Rendering.Refused("A session joins rows to windows by the rows around them; write it with lag() and a running sum over a window.")),
        DateFunction.Of(
            "window_time",
            Signature.Of(Returns.From(a => ((StructType)a[0].Type).Fields[1].DataType), new TypeRule("a window", e => e.Type is StructType { Fields: [_, { Name: "end" }] } ? e.Type : null)),
            Rendering.Rewrite((a, type) => new Call(
                EndsBefore, [new GetField(a[0], 1)], type, true))),
    ];

    private static readonly Function EndsBefore = Primitive.Kernel("last moment before", (long end) => end - 1);

    private static readonly Function WindowOf = Primitive.Kernel("window of", (long micros, long length, long start) =>
    {
        var from = start + (Calendar.FloorDivide(micros - start, length) * length);
        return new object?[] { from, from + length };
    });

    private static StructType Window(DataType time) => new([new StructField("start", time), new StructField("end", time)]);

    private static Resolution Resolve(string function, Seq<Expression> arguments)
    {
        if (arguments.Count is < 2 or > 4)
        {
            throw Signature.WrongCount(function, "2 to 4 arguments", arguments.Count);
        }

        var time = ((Parameter)Takes.AnyTimestamp).Accept(function, 0, arguments[0]);
        var texts = arguments.Skip(1).Select((a, i) => Constants.TryText(a, out var text) && text is not null
            ? text
            : throw Constants.NotConstant(function, i + 1, "a length of time as text")).ToArray();
        var micros = Array.ConvertAll(texts, Durations.Micros);
        if (micros[0] <= 0 || (micros.Length > 1 && (micros[1] <= 0 || micros[1] > micros[0])))
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.VALUE_OUT_OF_RANGE", $"The lengths of {function} must be positive, and the slide no longer than the window; found {string.Join(", ", texts)}.");
        }

        Seq<Expression> resolved = new Seq<Expression>([time]).AddRange(texts.Select(t => (Expression)Literal.Of(t)));
        return new Resolution(resolved, Window(time.Type), arguments[0].Nullable);
    }

    private static Expression Tumbling(Seq<Expression> arguments, DataType type)
    {
        var lengths = arguments.Skip(1).Select(a => Durations.Micros((string)((Literal)a).Value!)).ToArray();
        if (lengths.Length > 1 && lengths[1] != lengths[0])
        {
            throw new RefusedException(
                "A sliding window", "every row would belong to several windows; explode an array of window starts, or run on Spark.");
        }

        return WindowOf.Call(type, arguments[0], Literal.Of(lengths[0]), Literal.Of(lengths.Length == 3 ? lengths[2] : 0L));
    }
}
