using System.Globalization;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Spark.Sql.Values;

namespace SparkEtl.Spark.Sql;

/// <summary>The column of a pivot with its values, each the name of a column of the result.</summary>
internal sealed record PivotColumn(ExpressionSyntax Column, Seq<PivotValueSyntax> Values)
{
    private const string MostValuesKey = "spark.sql.pivotMaxValues";
    private const int MostValuesDefault = 10_000;

    public static PivotColumn Of(ExpressionSyntax column, IEnumerable<object> values) => new(
        column,
        values.Select(v => Value(LiteralConverter.ToLiteral(v), ValueText.Of(v))).ToSeq());

    /// <summary>Asks the engine for the column's values, in their order.</summary>
    public static PivotColumn OfAllValues(DataFrame frame, ExpressionSyntax column)
    {
        var most = int.Parse(
            frame.Session.Conf().Get(MostValuesKey, MostValuesDefault.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        var values = new Distinct(PlanBuilder.Select(frame.Plan, [column], frame.Session.Queries));
        var sorted = PlanBuilder.Sort(PlanBuilder.Limit(values, (long)most + 1), [new ExactSyntax(values.Output[0])], global: true);
        var type = sorted.Output[0].Type;
        var rows = frame.Session.Runner.Rows(sorted, CancellationToken.None);
        return rows.Count <= most
            ? new PivotColumn(column, rows.Select(r => Value(new LiteralSyntax(r[0], type), ValueText.Of(PlanValues.ToPublic(r[0], type)))).ToSeq())
            : throw new AnalysisException(
                "PIVOT_TOO_MANY_VALUES", $"The pivot column has more than {most} values; name the values that you want, or raise {MostValuesKey}.");
    }

    private static PivotValueSyntax Value(LiteralSyntax literal, string name) =>
        literal.Type is ArrayType or MapType or StructType
            ? throw new RefusedException($"A pivot over {literal.Type.SimpleString}", "its values have no constants. Pivot over one of their parts.")
            : new PivotValueSyntax([literal], name);
}
