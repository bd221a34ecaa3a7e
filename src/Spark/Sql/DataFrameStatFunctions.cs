using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Sql.Types;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Sql;

/// <summary>Statistics of columns: what <see cref="DataFrame.Stat"/> gives.</summary>
public sealed class DataFrameStatFunctions
{
    private const double DefaultSupport = 0.01;
    private const double LeastSupport = 1e-4;
    private readonly DataFrame frame;

    internal DataFrameStatFunctions(DataFrame frame) => this.frame = frame;

    /// <summary>Approximate quantiles of a number column; null and NaN are left out.</summary>
    /// <param name="columnName">A column's name.</param>
    /// <param name="probabilities">0 for the least value to 1 for the greatest, 0.5 for the median.</param>
    /// <param name="relativeError">How far the rank may be off, relative to the number of rows; 0 for exact.</param>
    /// <returns>A value for each probability; none when the column has no value.</returns>
    public double[] ApproxQuantile(string columnName, IEnumerable<double> probabilities, double relativeError)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var asked = probabilities.ToArray();
        if (asked.Any(p => p is not (>= 0 and <= 1)) || !(relativeError >= 0))
        {
            throw new AnalysisException(
                "INVALID_PARAMETER_VALUE", $"Expected probabilities from 0 to 1 and an error of 0 or more, found {string.Join(", ", asked)} and {relativeError}.");
        }

        if (asked.Length == 0)
        {
            return [];
        }

        var value = NaNvl(Number(columnName).Cast(SqlTypes.Double), Lit(null).Cast(SqlTypes.Double));
        var accuracy = relativeError < 1.0 / int.MaxValue ? int.MaxValue : (int)Math.Ceiling(1 / relativeError);
        var row = frame.Agg(PercentileApprox(value, Functions.Array([.. asked.Select(p => Lit(p))]), Lit(accuracy)).As("quantiles")).First();
        return row[0] is null ? [] : row.GetAs<double[]>(0);
    }

    /// <summary>The sample covariance of two number columns; a null counts as 0, as in Spark. NaN for less than two rows.</summary>
    /// <param name="colName1">A column's name.</param>
    /// <param name="colName2">A column's name.</param>
    public double Cov(string colName1, string colName2) => Single(CovarSamp(OrZero(colName1), OrZero(colName2)));

    /// <inheritdoc cref="Corr(string, string)"/>
    public double Corr(string colName1, string colName2, string method) => method == "pearson"
        ? Single(Functions.Corr(OrZero(colName1), OrZero(colName2)))
        : throw new AnalysisException("INVALID_PARAMETER_VALUE", $"'{method}' is not a method of correlation, expected pearson.");

    /// <summary>Pearson's correlation of two number columns; a null counts as 0, as in Spark. NaN where it is not defined.</summary>
    /// <param name="colName1">A column's name.</param>
    /// <param name="colName2">A column's name.</param>
    public double Corr(string colName1, string colName2) => Corr(colName1, colName2, "pearson");

    /// <summary>
    /// How often each pair of values comes: a row for each value of the first column (named in the column <c>name1_name2</c>), a column
    /// for each value of the second. Null is <c>null</c>.
    /// </summary>
    /// <param name="colName1">A column's name.</param>
    /// <param name="colName2">A column's name, of at most 10,000 values; they are asked of the engine now.</param>
    public DataFrame Crosstab(string colName1, string colName2) => frame
        .GroupBy(Text(colName1).As($"{colName1}_{colName2}"))
        .Pivot(RegexpReplace(Text(colName2), "`", string.Empty))
        .Count()
        .Na().Fill(0L);

    /// <summary>For each column the values of at least that part of the rows, as an array <c>name_freqItems</c>; in one row. Null is not among them.</summary>
    /// <param name="columnNames">Columns' names.</param>
    /// <param name="support">The part, 0.0001 to 1.</param>
    public DataFrame FreqItems(IEnumerable<string> columnNames, double support)
    {
        ArgumentNullException.ThrowIfNull(columnNames);
        if (support is not (>= LeastSupport and <= 1))
        {
            throw new AnalysisException("INVALID_PARAMETER_VALUE", $"The support must be from {LeastSupport} to 1, found {support}.");
        }

        // Two groupings a column: the rows of each value, then the values that are frequent among all of them.
        var frequent = columnNames.Select(name =>
        {
            var counted = frame.GroupBy(frame.Col(name).As("item")).Agg(Count(Lit(1)).As("times"));
            var marked = counted.Select(Col("item"), Col("times"), Sum("times").Over().As("all"));
            var item = When(Col("times") >= (Col("all") * support), Col("item"));
            return marked.Agg(CollectList(item).As($"{name}_freqItems"));
        });
        return frequent.Aggregate((l, r) => l.CrossJoin(r));
    }

    /// <summary>For each column the values of at least a hundredth of the rows; see <see cref="FreqItems(IEnumerable{string}, double)"/>.</summary>
    /// <param name="columnNames">Columns' names.</param>
    public DataFrame FreqItems(IEnumerable<string> columnNames) => FreqItems(columnNames, DefaultSupport);

    /// <summary>A random sample with a part of its own for each value of a column; values that are not named are left out.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="columnName">A column's name.</param>
    /// <param name="fractions">Values with their part, 0 to 1.</param>
    /// <param name="seed">The same seed over the same rows gives the same sample on one engine.</param>
    public DataFrame SampleBy<T>(string columnName, IDictionary<T, double> fractions, long seed) => SampleBy(frame.Col(columnName), fractions, seed);

    /// <inheritdoc cref="SampleBy{T}(string, IDictionary{T, double}, long)"/>
    public DataFrame SampleBy<T>(Column column, IDictionary<T, double> fractions, long seed)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(fractions);
        if (fractions.Values.Any(f => f is not (>= 0 and <= 1)))
        {
            throw new AnalysisException("INVALID_PARAMETER_VALUE", $"The parts must be from 0 to 1, found {string.Join(", ", fractions.Values)}.");
        }

        if (fractions.Count == 0)
        {
            return frame.Limit(0);
        }

        var branches = fractions.Select(f => new CaseBranchSyntax(LiteralConverter.ToLiteral(f.Key), LiteralConverter.ToLiteral(f.Value)));
        var fraction = new Column(new CaseSyntax(column.Syntax, branches.ToSeq(), LiteralConverter.ToLiteral(0.0)));
        return frame.Filter(Rand(seed) < fraction);
    }

    private Column Number(string name)
    {
        var column = frame.Col(name);
        var type = PlanBuilder.Select(frame.Plan, [column.Syntax]).Output[0].Type;
        return type is NumericType ? column : throw new AnalysisException(
            "DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE", $"The column '{name}' is {type.SimpleString}, expected a number.");
    }

    private Column OrZero(string name) => Coalesce(Number(name).Cast(SqlTypes.Double), Lit(0.0));

    private Column Text(string name)
    {
        var column = frame.Col(name);
        return When(column.IsNull(), "null").Otherwise(column.Cast(SqlTypes.String));
    }

    private double Single(Column aggregate) => frame.Agg(aggregate.As("value")).First().GetAs<double?>(0) ?? double.NaN;
}
