namespace SparkEtl.Spark.Sql.Types;

/// <summary>A set of keys, each with a value.</summary>
public sealed class MapType : DataType
{
    /// <summary>Creates a map type.</summary>
    /// <param name="keyType">The type of each key; a key is never null.</param>
    /// <param name="valueType">The type of each value.</param>
    /// <param name="valueContainsNull">Whether a value can be null.</param>
    public MapType(DataType keyType, DataType valueType, bool valueContainsNull = true)
    {
        KeyType = keyType ?? throw new ArgumentNullException(nameof(keyType));
        ValueType = valueType ?? throw new ArgumentNullException(nameof(valueType));
        ValueContainsNull = valueContainsNull;
    }

    /// <summary>The type of each key; a key is never null.</summary>
    public DataType KeyType { get; }

    /// <summary>The type of each value.</summary>
    public DataType ValueType { get; }

    /// <summary>Whether a value can be null.</summary>
    public bool ValueContainsNull { get; }

    /// <inheritdoc/>
    public override string SimpleString => $"map<{KeyType.SimpleString},{ValueType.SimpleString}>";

    internal override string NormalisedTypeName => "map";

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is MapType other && other.ValueContainsNull == ValueContainsNull && other.KeyType.Equals(KeyType) && other.ValueType.Equals(ValueType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(MapType), KeyType, ValueType);
}
