using SparkEtl.Spark.Sql.Types;
using SparkEtl.Spark.Sql.Values;

namespace SparkEtl.Spark.Sql;

/// <summary>
/// A row of a result. By SQL type its values are: boolean bool, tinyint sbyte, smallint short, int int, bigint long, float float,
/// double double, decimal of up to 28 digits decimal and of more SqlDecimal, string string, binary byte[], date <see cref="Date"/>,
/// timestamp <see cref="Timestamp"/>, timestamp_ntz DateTime, day-time interval TimeSpan, year-month interval int (months),
/// array object[], map Dictionary&lt;object, object&gt;, struct <see cref="Row"/>.
/// </summary>
public sealed class Row
{
    internal Row(object?[] values, StructType schema)
    {
        Values = values;
        Schema = schema;
    }

    /// <summary>The columns' names and types.</summary>
    public StructType Schema { get; }

    /// <summary>The values, in the order of the schema.</summary>
    public object?[] Values { get; }

    /// <inheritdoc cref="Get(int)"/>
    public object? this[int index] => Get(index);

    /// <summary>The same values; the columns are named <c>_1</c>, <c>_2</c>... and have the types that the values show.</summary>
    /// <param name="genericRow">A row without a schema.</param>
    public static implicit operator Row(GenericRow genericRow)
    {
        ArgumentNullException.ThrowIfNull(genericRow);
        return new(genericRow.Values, ValueTypes.SchemaOf(genericRow.Values));
    }

    /// <summary>The number of values.</summary>
    public int Size() => Values.Length;

    /// <summary>The value at a position from 0; null is null.</summary>
    /// <param name="index">0 to <see cref="Size"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public object? Get(int index) => RowValues.At(Values, index);

    /// <summary>The value of a column; null is null.</summary>
    /// <param name="columnName">The column's name; its case counts only when two columns differ in nothing else.</param>
    /// <exception cref="AnalysisException">There is no such column, or there are several.</exception>
    public object? Get(string columnName) => Values[IndexOf(columnName)];

    /// <summary>The values as Spark prints a row: <c>[1,x,null]</c>.</summary>
    public override string ToString() => ValueText.OfRow(Values);

    /// <summary>
    /// The value at a position as a type: its own, or one that holds it without loss (int as long, Date as DateOnly or DateTime,
    /// Timestamp as DateTime or DateTimeOffset, decimal as double, an array as T[] or List&lt;T&gt;, a map as Dictionary).
    /// </summary>
    /// <typeparam name="T">The type asked for; a nullable one where the value can be null.</typeparam>
    /// <param name="index">0 to <see cref="Size"/> - 1.</param>
    /// <exception cref="QueryException">The value is null and T cannot be, or it is of another type.</exception>
    public T GetAs<T>(int index) => RowValues.As<T>(Get(index), $"Column {index} '{Schema.Fields[index].Name}'");

    /// <summary>The value of a column as a type; see <see cref="GetAs{T}(int)"/>.</summary>
    /// <typeparam name="T">The type asked for; a nullable one where the value can be null.</typeparam>
    /// <param name="columnName">The column's name; its case counts only when two columns differ in nothing else.</param>
    /// <exception cref="AnalysisException">There is no such column, or there are several.</exception>
    /// <exception cref="QueryException">The value is null and T cannot be, or it is of another type.</exception>
    public T GetAs<T>(string columnName) => GetAs<T>(IndexOf(columnName));

    /// <summary>Whether the other is a row of equal values, nested ones too; names do not count.</summary>
    /// <param name="obj">A <see cref="Row"/> or a <see cref="GenericRow"/>.</param>
    public override bool Equals(object? obj) => ValueEquality.SameRow(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => ValueEquality.Hash(Values);

    private int IndexOf(string columnName)
    {
        ArgumentNullException.ThrowIfNull(columnName);
        var matches = Positions(StringComparison.OrdinalIgnoreCase);
        if (matches.Length > 1 && Positions(StringComparison.Ordinal) is { Length: 1 } exact)
        {
            matches = exact;
        }

        return matches switch
        {
            [var index] => index,
            [] => throw new AnalysisException(
                "FIELD_NOT_FOUND", $"The row has no column '{columnName}'. Its columns: {string.Join(", ", Schema.Fields.Select(f => f.Name))}."),
            _ => throw new AnalysisException(
                "AMBIGUOUS_REFERENCE", $"The row has {matches.Length} columns named '{columnName}'; take one by its position: {string.Join(", ", matches)}."),
        };

        int[] Positions(StringComparison comparison) =>
            [.. Enumerable.Range(0, Schema.Fields.Count).Where(i => Schema.Fields[i].Name.Equals(columnName, comparison))];
    }
}
