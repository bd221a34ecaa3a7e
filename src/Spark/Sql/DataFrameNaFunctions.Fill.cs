using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Sql;

/// <content>Values in the place of nulls.</content>
public sealed partial class DataFrameNaFunctions
{
    /// <summary>All rows, with a number in the place of each null of a number column; it is cast to the column's type.</summary>
    /// <param name="value">The number.</param>
    public DataFrame Fill(long value) => FillTyped(value, frame.Plan.Output, t => t is NumericType);

    /// <inheritdoc cref="Fill(long)"/>
    public DataFrame Fill(double value) => FillTyped(value, frame.Plan.Output, t => t is NumericType);

    /// <summary>All rows, with a text in the place of each null of a text column.</summary>
    /// <param name="value">The text.</param>
    public DataFrame Fill(string value) => FillTyped(value, frame.Plan.Output, t => t is StringType);

    /// <summary>All rows, with a number in the place of each null of those columns that are numbers; it is cast to the column's type.</summary>
    /// <param name="value">The number.</param>
    /// <param name="columnNames">Columns' names; those of other types stay as they are.</param>
    public DataFrame Fill(long value, IEnumerable<string> columnNames) => FillTyped(value, Find(columnNames), t => t is NumericType);

    /// <inheritdoc cref="Fill(long, IEnumerable{string})"/>
    public DataFrame Fill(double value, IEnumerable<string> columnNames) => FillTyped(value, Find(columnNames), t => t is NumericType);

    /// <summary>All rows, with a text in the place of each null of those columns that are text.</summary>
    /// <param name="value">The text.</param>
    /// <param name="columnNames">Columns' names; those of other types stay as they are.</param>
    public DataFrame Fill(string value, IEnumerable<string> columnNames) => FillTyped(value, Find(columnNames), t => t is StringType);

    /// <summary>All rows, with a value in the place of each null of a boolean column.</summary>
    /// <param name="value">The value.</param>
    public DataFrame Fill(bool value) => FillTyped(value, frame.Plan.Output, t => t is BooleanType);

    /// <summary>All rows, with a value in the place of each null of those columns that are boolean.</summary>
    /// <param name="value">The value.</param>
    /// <param name="columnNames">Columns' names; those of other types stay as they are.</param>
    public DataFrame Fill(bool value, IEnumerable<string> columnNames) => FillTyped(value, Find(columnNames), t => t is BooleanType);

    /// <summary>All rows, with a value of its own in the place of each column's nulls; it is cast to the column's type.</summary>
    /// <param name="valueMap">Columns' names with their values.</param>
    public DataFrame Fill(IDictionary<string, int> valueMap) => FillEach(valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, long> valueMap) => FillEach(valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, double> valueMap) => FillEach(valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, string> valueMap) => FillEach(valueMap);

    /// <inheritdoc cref="Fill(IDictionary{string, int})"/>
    public DataFrame Fill(IDictionary<string, bool> valueMap) => FillEach(valueMap);

    private DataFrame FillTyped(object value, IEnumerable<Attribute> columns, Func<DataType, bool> fits)
    {
        ArgumentNullException.ThrowIfNull(value);
        var filled = columns.Where(a => fits(a.Type)).ToHashSet();
        return filled.Count == 0 ? frame : Project(a => filled.Contains(a) ? Filled(a, value) : null);
    }

    private DataFrame FillEach<T>(IDictionary<string, T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var byColumn = values.ToDictionary(v => Find([v.Key]).Single(), v => (object?)v.Value);
        return byColumn.Count == 0 ? frame : Project(a => byColumn.TryGetValue(a, out var value) ? Filled(a, value) : null);
    }

    private ExpressionSyntax Filled(Attribute column, object? value)
    {
        var present = column.Type is DoubleType or FloatType
            ? new CallSyntax("nanvl", [frame.Bound(column), new CastSyntax(LiteralConverter.ToLiteral(null), column.Type, Try: false)])
            : frame.Bound(column);
        return new CallSyntax("coalesce", [present, new CastSyntax(LiteralConverter.ToLiteral(value), column.Type, Try: false)]);
    }
}
