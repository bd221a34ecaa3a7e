using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Sql;

/// <summary>Drops, fills and replaces nulls and other values: what <see cref="DataFrame.Na"/> gives. A NaN counts as null.</summary>
public sealed partial class DataFrameNaFunctions
{
    private readonly DataFrame frame;

    internal DataFrameNaFunctions(DataFrame frame) => this.frame = frame;

    /// <summary>The rows without a null.</summary>
    public DataFrame Drop() => Drop("any");

    /// <summary>The rows without a null, or with a value at least.</summary>
    /// <param name="how">any: a row with any null goes; all: a row with nothing but nulls goes.</param>
    public DataFrame Drop(string how) => Drop(how, frame.Plan.Output);

    /// <summary>The rows without a null in those columns.</summary>
    /// <param name="columnNames">Columns' names.</param>
    public DataFrame Drop(IEnumerable<string> columnNames) => Drop("any", columnNames);

    /// <summary>The rows without a null in those columns, or with a value at least in one of them.</summary>
    /// <param name="how">any: a row with any null goes; all: a row with nothing but nulls goes.</param>
    /// <param name="columnNames">Columns' names.</param>
    public DataFrame Drop(string how, IEnumerable<string> columnNames) => Drop(how, Find(columnNames));

    /// <summary>The rows with at least so many values that are not null.</summary>
    /// <param name="minNonNulls">How many.</param>
    public DataFrame Drop(int minNonNulls) => Drop(minNonNulls, frame.Plan.Output);

    /// <summary>The rows with at least so many values that are not null in those columns.</summary>
    /// <param name="minNonNulls">How many.</param>
    /// <param name="columnNames">Columns' names.</param>
    public DataFrame Drop(int minNonNulls, IEnumerable<string> columnNames) => Drop(minNonNulls, Find(columnNames));

    /// <summary>All rows, with values of number columns replaced.</summary>
    /// <param name="columnName">A column's name; <c>*</c> for all.</param>
    /// <param name="replacement">What is replaced, by what. Columns of other types than number stay as they are.</param>
    public DataFrame Replace(string columnName, IDictionary<double, double> replacement) => Replace([columnName], replacement);

    /// <summary>All rows, with values of boolean columns replaced.</summary>
    /// <param name="columnName">A column's name; <c>*</c> for all.</param>
    /// <param name="replacement">What is replaced, by what. Columns of other types stay as they are.</param>
    public DataFrame Replace(string columnName, IDictionary<bool, bool> replacement) => Replace([columnName], replacement);

    /// <summary>All rows, with values of text columns replaced.</summary>
    /// <param name="columnName">A column's name; <c>*</c> for all.</param>
    /// <param name="replacement">What is replaced, by what (null for null). Columns of other types stay as they are.</param>
    public DataFrame Replace(string columnName, IDictionary<string, string> replacement) => Replace([columnName], replacement);

    /// <summary>All rows, with values of number columns replaced.</summary>
    /// <param name="columnNames">Columns' names.</param>
    /// <param name="replacement">What is replaced, by what. Columns of other types than number stay as they are.</param>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<double, double> replacement) =>
        Replace(columnNames, t => t is NumericType, replacement);

    /// <summary>All rows, with values of boolean columns replaced.</summary>
    /// <param name="columnNames">Columns' names.</param>
    /// <param name="replacement">What is replaced, by what. Columns of other types stay as they are.</param>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<bool, bool> replacement) =>
        Replace(columnNames, t => t is BooleanType, replacement);

    /// <summary>All rows, with values of text columns replaced.</summary>
    /// <param name="columnNames">Columns' names.</param>
    /// <param name="replacement">What is replaced, by what (null for null). Columns of other types stay as they are.</param>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<string, string> replacement) =>
        Replace(columnNames, t => t is StringType, replacement);

    private DataFrame Drop(string how, IReadOnlyCollection<Attribute> columns)
    {
        ArgumentNullException.ThrowIfNull(how);
        return how.ToLowerInvariant() switch
        {
            "any" => Drop(columns.Count, columns),
            "all" => Drop(Math.Min(1, columns.Count), columns),
            _ => throw new AnalysisException("INVALID_PARAMETER_VALUE", $"'{how}' is not a way to drop rows, expected any or all."),
        };
    }

    private DataFrame Drop(int least, IReadOnlyCollection<Attribute> columns)
    {
        if (columns.Count == 0 || least <= 0)
        {
            return frame;
        }

        var present = columns.Select(Present).ToArray();
        var condition = least == columns.Count ? present.Aggregate((l, r) => new CallSyntax("and", [l, r]))
            : least == 1 ? present.Aggregate((l, r) => new CallSyntax("or", [l, r]))
            : new CallSyntax(">=", [present.Select(One).Aggregate((l, r) => new CallSyntax("+", [l, r])), Number(least)]);
        return frame.With(PlanBuilder.Filter(frame.Plan, condition));
    }

    private ExpressionSyntax Present(Attribute column)
    {
        var notNull = new CallSyntax("isnotnull", [frame.Bound(column)]);
        return column.Type is DoubleType or FloatType
            ? new CallSyntax("and", [notNull, new CallSyntax("not", [new CallSyntax("isnan", [frame.Bound(column)])])])
            : notNull;
    }

    private DataFrame Replace<T>(IEnumerable<string> columnNames, Func<DataType, bool> fits, IDictionary<T, T> replacement)
    {
        ArgumentNullException.ThrowIfNull(columnNames);
        ArgumentNullException.ThrowIfNull(replacement);
        var names = columnNames.ToArray();
        var columns = names is ["*"] ? [.. frame.Plan.Output] : Find(names);
        return replacement.Count == 0 || columns.Count == 0
            ? frame
            : Project(a => columns.Contains(a) && fits(a.Type) ? Replaced(a, replacement) : null);
    }

    private ExpressionSyntax Replaced<T>(Attribute column, IDictionary<T, T> replacement)
    {
        var branches = replacement.Select(r => new CaseBranchSyntax(
            LiteralConverter.ToLiteral(r.Key), new CastSyntax(LiteralConverter.ToLiteral(r.Value), column.Type, Try: false)));
        return new CaseSyntax(frame.Bound(column), branches.ToSeq(), frame.Bound(column));
    }

    private DataFrame Project(Func<Attribute, ExpressionSyntax?> replace) => frame.With(PlanBuilder.Select(
        frame.Plan,
        frame.Plan.Output.Map(a => replace(a) is { } replaced ? new AliasSyntax(replaced, [a.Name]) : frame.Bound(a))));

    private HashSet<Attribute> Find(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return [.. names.Select(n => frame.Col(n).Syntax is BoundSyntax bound
            ? bound.Attribute
            : throw new AnalysisException("UNSUPPORTED_FEATURE.REPLACE_NESTED_COLUMN", $"'{n}' is a part of a column; only whole columns can be named here."))];
    }

    private static ExpressionSyntax One(ExpressionSyntax condition) =>
        new CaseSyntax(null, [new CaseBranchSyntax(condition, Number(1))], Number(0));

    private static LiteralSyntax Number(int value) => new(value, SqlTypes.Integer);
}
