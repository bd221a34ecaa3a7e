using SparkEtl.Spark.Sql.Values;

namespace SparkEtl.Spark.Sql;

/// <summary>A row of values without a schema: what <c>SparkSession.CreateDataFrame</c> takes.</summary>
public sealed class GenericRow
{
    /// <summary>Creates a row.</summary>
    /// <param name="values">Its values, in the order of the schema it is meant for.</param>
    public GenericRow(object?[] values) => Values = values ?? throw new ArgumentNullException(nameof(values));

    /// <summary>The values, in order.</summary>
    public object?[] Values { get; }

    /// <inheritdoc cref="Get(int)"/>
    public object? this[int index] => Get(index);

    /// <summary>The number of values.</summary>
    public int Size() => Values.Length;

    /// <summary>The value at a position from 0; null is null.</summary>
    /// <param name="index">0 to <see cref="Size"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public object? Get(int index) => RowValues.At(Values, index);

    /// <summary>The values as Spark prints a row: <c>[1,x,null]</c>.</summary>
    public override string ToString() => ValueText.OfRow(Values);

    /// <summary>The value at a position as a type; see <see cref="Row.GetAs{T}(int)"/>.</summary>
    /// <typeparam name="T">The type asked for.</typeparam>
    /// <param name="index">0 to <see cref="Size"/> - 1.</param>
    /// <exception cref="QueryException">The value is null and T cannot be, or it is of another type.</exception>
    public T GetAs<T>(int index) => RowValues.As<T>(Get(index), $"Value {index}");

    /// <summary>Whether the other is a row of equal values, nested ones too.</summary>
    /// <param name="obj">A <see cref="GenericRow"/> or a <see cref="Row"/>.</param>
    public override bool Equals(object? obj) => ValueEquality.SameRow(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => ValueEquality.Hash(Values);
}
