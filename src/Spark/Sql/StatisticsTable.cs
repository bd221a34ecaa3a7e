using System.Globalization;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql;

/// <summary>The table that <c>Describe</c> and <c>Summary</c> give: a row each statistic, a column each column, all text.</summary>
internal static class StatisticsTable
{
    public static readonly string[] Default = ["count", "mean", "stddev", "min", "25%", "50%", "75%", "max"];

    // One aggregation gives one row of structs, a struct each statistic; explode makes them rows.
    public static DataFrame Of(DataFrame frame, string[] statistics)
    {
        var columns = frame.Plan.Output.Where(a => a.Type is NumericType or StringType).ToArray();
        var rows = statistics.Select(s => (ExpressionSyntax)new CallSyntax(
            "struct",
            [
                Named(Text(s), "summary"),
                .. columns.Select((c, i) => Named(new CastSyntax(Aggregate(s, frame.Bound(c), c.Type), SqlTypes.String, Try: false), $"c{i}")),
            ])).ToSeq();
        var aggregated = PlanBuilder.Aggregate(
            frame.Plan, new GroupBySyntax([], All: false), [Named(new CallSyntax("array", rows), "rows")]);
        var exploded = PlanBuilder.Select(aggregated, [Named(new CallSyntax("explode", [Name("rows")]), "row")]);
        return frame.With(PlanBuilder.Select(
            exploded,
            [
                Named(Name("row", "summary"), "summary"),
                .. columns.Select((c, i) => Named(Name("row", $"c{i}"), c.Name)),
            ]));
    }

    private static ExpressionSyntax Aggregate(string statistic, ExpressionSyntax column, DataType type)
    {
        // A text that is no number counts for nothing.
        var number = type is StringType ? new CastSyntax(column, SqlTypes.Double, Try: true) : column;
        return statistic.ToLowerInvariant() switch
        {
            "count" => new CallSyntax("count", [column]),
            "count_distinct" => new CallSyntax("count", [column]) { Distinct = true },
            "approx_count_distinct" => new CallSyntax("approx_count_distinct", [column]),
            "mean" => new CallSyntax("avg", [number]),
            "stddev" => new CallSyntax("stddev_samp", [number]),
            "min" => new CallSyntax("min", [column]),
            "max" => new CallSyntax("max", [column]),
            var percent => new CallSyntax("percentile_approx", [number, new LiteralSyntax(Fraction(percent), SqlTypes.Double)]),
        };
    }

    private static double Fraction(string statistic) =>
        statistic.EndsWith('%')
        && double.TryParse(statistic.AsSpan(0, statistic.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
        && percent is >= 0 and <= 100
            ? percent / 100
            : throw new AnalysisException(
                "INVALID_PARAMETER_VALUE",
                $"'{statistic}' is not a statistic, expected count, mean, stddev, min, max, count_distinct, approx_count_distinct or a percentile such as 75%.");

    private static AliasSyntax Named(ExpressionSyntax of, string name) => new(of, [name]);

    private static LiteralSyntax Text(string text) => new(text, SqlTypes.String);

    private static NameSyntax Name(params string[] parts) => new(parts.ToSeq());
}
