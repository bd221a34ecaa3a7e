using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Aggregates;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Spread, correlation and linear regression, over doubles.</summary>
internal static class StatisticsFunctions
{
    private const string Family = "statistics";

    private static readonly Function CountBoth = Primitive.Aggregate(
        "count_both", Rendering.Template("count({distinct}CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN row({0}, {1}) END){over}"));

    private static readonly Function FirstOfBoth = Primitive.Of("first_of_both", Rendering.Template("CASE WHEN {1} IS NOT NULL THEN {0} END"));

    public static IEnumerable<Function> All =>
    [
        One("stddev_samp", m => m.Count == 1 ? null : Math.Sqrt(m.M2 / (m.Count - 1)), "stddev", "std"),
        One("stddev_pop", m => Math.Sqrt(m.M2 / m.Count)),
        One("var_samp", m => m.Count == 1 ? null : m.M2 / (m.Count - 1), "variance"),
        One("var_pop", m => m.M2 / m.Count),
        One("skewness", m => m.M2 == 0 ? null : Math.Sqrt(m.Count) * m.M3 / Math.Sqrt(m.M2 * m.M2 * m.M2)),
        One("kurtosis", m => m.M2 == 0 ? null : (m.Count * m.M4 / (m.M2 * m.M2)) - 3.0),
        Pair("covar_pop", m => m.Co / m.Count),
        Pair("covar_samp", m => m.Count == 1 ? null : m.Co / (m.Count - 1)),
        AggregateEntry.Of("corr", Doubles(2), Rendering.Aggregate(_ => PairMoments.Of(Correlation)), family: Family, canFail: true),
        AggregateEntry.Of(
            "regr_count",
            Signature.Of(Returns.Long.NeverNull(), Want.Numeric, Want.Numeric),
            Rendering.Rewrite((a, type) => CountBoth.AggregateCall(type, a)),
            family: Family),
        Mean("regr_avgx", of: 1),
        Mean("regr_avgy", of: 0),
        AggregateEntry.Of("regr_sxx", Doubles(2), Rendering.Aggregate(_ => CentralMoments.Of(m => m.M2, argument: 1)), family: Family),
        AggregateEntry.Of("regr_syy", Doubles(2), Rendering.Aggregate(_ => CentralMoments.Of(m => m.M2, argument: 0)), family: Family),
        Pair("regr_sxy", m => m.Co),
        Regression("regr_slope", m => m.M2X == 0 ? null : m.Co / m.M2X),
        Regression("regr_intercept", m => m.M2X == 0 ? null : m.MeanY - (m.Co / m.M2X * m.MeanX)),

        // The first argument is the dependent variable; Spark asks for its deviations first.
        Pair("regr_r2", m => m.SquaresY == 0 ? null : m.SquaresX == 0 ? 1.0 : Square(m.Co / Math.Sqrt(m.SquaresX * m.SquaresY))),
    ];

    private static Function One(string name, Func<CentralMoments, double?> finish, params Seq<string> aliases) =>
        AggregateEntry.Of(name, Doubles(1), Rendering.Aggregate(_ => CentralMoments.Of(finish)), aliases, Family);

    private static Function Pair(string name, Func<PairMoments, double?> finish) =>
        AggregateEntry.Of(name, Doubles(2), Rendering.Aggregate(_ => PairMoments.Of(finish)), family: Family);

    private static Function Regression(string name, Func<PairMoments, double?> finish) =>
        AggregateEntry.Of(name, Doubles(2), Rendering.Aggregate(_ => PairMoments.OfRegression(finish)), family: Family);

    // The mean of one of the two over the rows in which both are there.
    private static Function Mean(string name, int of) => AggregateEntry.Of(
        name,
        Signature.Of(Returns.From(a => SumFunctions.MeanOf(a[of].Type)).MaybeNull(), Want.Numeric, Want.Numeric),
        Rendering.Rewrite((a, type) => SumFunctions.Mean([FirstOfBoth.Call(a[of].Type, a[of], a[1 - of])], type)),
        family: Family,
        canFail: true);

    private static Signature Doubles(int count) =>
        Signature.Of(Returns.Double.MaybeNull(), [.. Enumerable.Repeat((Parameter)Want.Double, count)]);

    private static double? Correlation(PairMoments m)
    {
        if (m.Count == 1)
        {
            return null;
        }

        var deviations = Math.Sqrt(m.SquaresX * m.SquaresY);
        return deviations != 0 ? m.Co / deviations : throw new QueryException(
            "DIVIDE_BY_ZERO", "The correlation of values that are all the same is not defined: one of the two columns has no deviation.");
    }

    private static double Square(double value) => value * value;
}
