using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Aggregates;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>
/// Sums and means. The engine adds whole numbers and decimals exactly in 128 bits; what Spark says of the result (its type, its rounding, its
/// overflow) is done once a group.
/// </summary>
internal static class SumFunctions
{
    private static readonly Function Exact = Primitive.Aggregate("exact_sum", Rendering.Text(call =>
        $"CAST(sum({{distinct}}{call.Arguments[0]}){{over}} AS {call.TypeName(call.Type)})"));

    private static readonly Function OfDoubles = Primitive.Aggregate("double_sum", AggregateEntry.Native("sum"));
    private static readonly Function MeanOfDoubles = Primitive.Aggregate("double_mean", AggregateEntry.Native("avg"));
    private static readonly Function WideSum = Primitive.Aggregate("wide_sum", Rendering.Aggregate(_ => WideSums.Create()));
    private static readonly Function Count = Primitive.Aggregate("count", AggregateEntry.Native("count"));
    private static readonly Function Fit = Primitive.Of("fit_sum", Rendering.Kernel(site => SumResults.Fit(site, orNull: false)));
    private static readonly Function TryFit = Primitive.Of("try_fit_sum", Rendering.Kernel(site => SumResults.Fit(site, orNull: true)));
    private static readonly Function Divide = Primitive.Of("mean_of_sum", Rendering.Kernel(site => SumResults.Mean(site, orNull: false)));
    private static readonly Function TryDivide = Primitive.Of("try_mean_of_sum", Rendering.Kernel(site => SumResults.Mean(site, orNull: true)));

    private static readonly TypeRule Summable = new("numeric or interval", e => e.Type switch
    {
        DayTimeIntervalType or YearMonthIntervalType => e.Type,
        _ => Want.Numeric.Coerce(e),
    });

    private static readonly ResultRule SumType = Returns.From(a => a[0].Type switch
    {
        IntegralType => SqlTypes.Long,
        DecimalType d => Coercion.Bounded(d.Precision + 10, d.Scale),
        DayTimeIntervalType or YearMonthIntervalType => a[0].Type,
        _ => SqlTypes.Double,
    }).MaybeNull();

    private static readonly ResultRule MeanType = Returns.From(a => MeanOf(a[0].Type)).MaybeNull();

    public static IEnumerable<Function> All =>
    [
        AggregateEntry.Of("sum", Signature.Of(SumType, Summable), Rendering.Rewrite((a, type) => Sum(a, type, Fit)), canFail: true),
        AggregateEntry.Of("try_sum", Signature.Of(SumType, Summable), Rendering.Rewrite((a, type) => Sum(a, type, TryFit))),
        AggregateEntry.Of("avg", Signature.Of(MeanType, Summable), Rendering.Rewrite(Mean), ["mean"], canFail: true),
        AggregateEntry.Of("try_avg", Signature.Of(MeanType, Summable), Rendering.Rewrite((a, type) => Mean(a, type, TryDivide))),
        
        // Spark has it for frames only, not in SQL text: there it is made of functions that text has.
        AggregateEntry.Of(
            "product",
            Signature.Of(Returns.Double.MaybeNull(), Want.Double),
            AggregateEntry.Native("product"),
            spark: Rendering.Template(
                "aggregate(nullif(collect_list({distinct}{0}){over}, CAST(array() AS ARRAY<DOUBLE>)), CAST(1 AS DOUBLE), (a, v) -> a * v)")),
    ];

    /// <summary>The mean of values of that type, as Spark types it.</summary>
    public static DataType MeanOf(DataType type) => type switch
    {
        DecimalType d => Coercion.Bounded(d.Precision + 4, d.Scale + 4),
        DayTimeIntervalType => SqlTypes.DayTimeInterval,
        YearMonthIntervalType => SqlTypes.YearMonthInterval,
        _ => SqlTypes.Double,
    };

    /// <summary>The mean as the embedded engine computes it.</summary>
    public static Expression Mean(Seq<Expression> arguments, DataType type) => Mean(arguments, type, Divide);

    private static Expression Sum(Seq<Expression> arguments, DataType type, Function fit) =>
        type is DoubleType ? OfDoubles.AggregateCall(type, arguments) : fit.Call(type, ExactSum(arguments, fit == TryFit));

    private static Expression Mean(Seq<Expression> arguments, DataType type, Function divide) => type is DoubleType
        ? MeanOfDoubles.AggregateCall(type, arguments)
        : divide.Call(type, ExactSum(arguments, divide == TryDivide), Count.AggregateCall(SqlTypes.Long, arguments));

    // A sum of decimals of nearly 38 digits can leave 128 bits, which the engine answers with an error: where null is wanted, C# adds.
    private static Expression ExactSum(Seq<Expression> arguments, bool orNull)
    {
        var type = SqlTypes.Decimal(DecimalType.MaxPrecision, arguments[0].Type is DecimalType d ? d.Scale : 0);
        return (orNull && arguments[0].Type is DecimalType { Precision: > 28 } ? WideSum : Exact).AggregateCall(type, arguments);
    }
}
