using System.Globalization;
using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Aggregates;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Percentiles. The percentages are constants, so they are checked and written out here.</summary>
internal static class PercentileFunctions
{
    private static readonly Function Pairs = Primitive.Aggregate("list", AggregateEntry.Native("list"));

    private static readonly Function Pair = Primitive.Of("pair", Rendering.Template("{'v': {0}, 'n': {1}}"));

    private static readonly Function Quantile = Primitive.Aggregate("quantile", Rendering.Text(call => Interpolated(call, descending: false)));

    private static readonly TypeRule Measurable = new("numeric or interval", e => e.Type switch
    {
        DayTimeIntervalType or YearMonthIntervalType => e.Type,
        _ => Want.Numeric.Coerce(e),
    });

    private static readonly TypeRule Approximable = new("numeric, date, timestamp or interval", e => e.Type switch
    {
        DateType or TimestampType or TimestampNtzType => e.Type,
        _ => Measurable.Coerce(e),
    });

    public static IEnumerable<Function> All =>
    [
        AggregateEntry.Of(
            "percentile",
            Percentages(Measurable, Continuous, Parameter.Option(Want.Integral)),
            Rendering.Rewrite(Percentile),
            canFail: true),
        AggregateEntry.Of(
            "median",
            Signature.Of(Returns.From(a => Continuous(a[0].Type)).MaybeNull(), Measurable),
            Rendering.Rewrite((a, type) => Quantile.AggregateCall(type, a[0], new Literal(0.5, SqlTypes.Double)))),
        AggregateEntry.Of(
            "percentile_approx",
            Percentages(Approximable, type => type, Parameter.Option(Want.Constant(Want.Long))),
            Rendering.Text(call => $"quantile_disc({{distinct}}{call.Arguments[0]}, {Written(call)}){{over}}"),
            ["approx_percentile"],
            note: "Exact on the embedded engine; on Spark exact for groups smaller than the accuracy (10,000 unless said otherwise)."),
        WithinGroup("percentile_cont", Interpolated),
        WithinGroup("percentile_disc", Discrete),
    ];

    /// <summary>The percentages that a constant expression stands for.</summary>
    /// <exception cref="AnalysisException">It is not a constant, null, or outside 0 to 1.</exception>
    public static Seq<double> Values(string function, Expression percentage)
    {
        var parts = percentage.Type is ArrayType ? Elements(function, percentage) : [percentage];
        var values = parts.Select(p => Value(function, p)).ToSeq();
        return values.All(v => v is >= 0 and <= 1) ? values : throw new AnalysisException(
            "DATATYPE_MISMATCH.VALUE_OUT_OF_RANGE", $"The percentages of {function} must be between 0.0 and 1.0, found {values}.");
    }

    private static Signature Percentages(TypeRule column, Func<DataType, DataType> result, Parameter third)
    {
        var signature = Signature.Of(
            Returns.From(a => a[1].Type is ArrayType ? SqlTypes.ArrayOf(result(a[0].Type), containsNull: false) : result(a[0].Type)).MaybeNull(),
            column,
            Want.OneOf(Want.Double, Want.ArrayOf(SqlTypes.Double)),
            third);
        return Signature.Custom(signature.Describe(), (function, arguments) =>
        {
            var resolution = signature.Resolve(function, arguments);
            _ = Values(function, arguments[1]);
            return resolution;
        });
    }

    // The arguments are the percentage, the column of WITHIN GROUP, and whether its order descends.
    private static Function WithinGroup(string name, Func<RenderedCall, bool, string> write) => new()
    {
        Name = name,
        Kind = FunctionKind.Aggregate,
        Family = "aggregate",
        OrderedArguments = (arguments, order) => order.Count == 1
            ? [order[0].Of, .. arguments, Literal.Of(order[0].Descending)]
            : throw new AnalysisException(
                "INVALID_INVERSE_DISTRIBUTION_FUNCTION.WRONG_NUM_ORDERINGS", $"{name} needs WITHIN GROUP (ORDER BY ...) with one expression, found {order.Count}."),
        Signature = Percentages(Measurable, Continuous, Want.Boolean),
        Spark = Rendering.Text(call =>
            $"{name}({{distinct}}{call.Arguments[1]}) WITHIN GROUP (ORDER BY {call.Arguments[0]}{(Descends(call) ? " DESC" : string.Empty)}){{over}}"),
        DuckDb = Rendering.Text(call => write(call, Descends(call))),
    };

    private static bool Descends(RenderedCall call) => call.Expressions[2] is Literal { Value: true };

    private static DataType Continuous(DataType type) => type switch
    {
        DayTimeIntervalType => SqlTypes.DayTimeInterval,
        YearMonthIntervalType => SqlTypes.YearMonthInterval,
        _ => SqlTypes.Double,
    };

    private static Expression Percentile(Seq<Expression> arguments, DataType type)
    {
        if (arguments.Count == 2)
        {
            return Quantile.AggregateCall(type, arguments);
        }

        // With frequencies, the pairs of value and frequency are gathered, and counted out in C#.
        var percentages = Values("percentile", arguments[1]);
        var pair = SqlTypes.StructOf(("v", arguments[0].Type), ("n", arguments[2].Type));
        var weighted = Primitive.Of("weighted_percentile", Rendering.Kernel(site => WeightedPercentile.Make(percentages, site.Result)));
        return weighted.Call(type, Pairs.AggregateCall(SqlTypes.ArrayOf(pair), Pair.Call(pair, arguments[0], arguments[2])));
    }

    private static string Interpolated(RenderedCall call, bool descending) => Quantiles(call, "quantile_cont", descending);

    private static string Discrete(RenderedCall call, bool descending) => Quantiles(call, "quantile_disc", descending);

    // Descending percentiles are those of the negated values, negated. An interval's percentile is cut, not rounded, to a whole number.
    private static string Quantiles(RenderedCall call, string function, bool descending)
    {
        var sign = descending ? "-" : string.Empty;
        var value = $"{function}({{distinct}}{sign}CAST({call.Arguments[0]} AS DOUBLE), {Written(call)}){{over}}";
        var element = (call.Type as ArrayType)?.ElementType ?? call.Type;
        Func<string, string> each = element is DoubleType ? v => sign + v : v => $"CAST(trunc({sign}{v}) AS {call.TypeName(element)})";
        return call.Type is not ArrayType ? each(value) : element is DoubleType && !descending ? value : $"list_transform({value}, lambda v: {each("v")})";
    }

    private static string Written(RenderedCall call)
    {
        var values = Values("percentile", call.Expressions[1]).Select(v => $"CAST({v.ToString("R", CultureInfo.InvariantCulture)} AS DOUBLE)");
        return call.Expressions[1].Type is ArrayType ? $"[{string.Join(", ", values)}]" : values.Single();
    }

    private static Seq<Expression> Elements(string function, Expression array) => array switch
    {
        Cast c => Elements(function, c.Of),
        Alias a => Elements(function, a.Of),
        Call { Function.Name: "array" } call => call.Arguments,
        _ => throw NotConstant(function),
    };

    private static double Value(string function, Expression expression) => expression switch
    {
        Cast c => Value(function, c.Of),
        Alias a => Value(function, a.Of),
        Call { Function.Name: "negative" } call => -Value(function, call.Arguments[0]),
        Literal { Value: null } => throw new AnalysisException(
            "DATATYPE_MISMATCH.UNEXPECTED_NULL", $"A percentage of {function} must not be null."),
        Literal { Value: DecimalValue or string } literal when double.TryParse(
            literal.Value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        Literal { Value: IConvertible and not string } literal => Convert.ToDouble(literal.Value, CultureInfo.InvariantCulture),
        _ => throw NotConstant(function),
    };

    private static AnalysisException NotConstant(string function) => new(
        "DATATYPE_MISMATCH.NON_FOLDABLE_INPUT", $"The percentages of {function} must be constants, written out.");
}
