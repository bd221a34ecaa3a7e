namespace SparkEtl.Spark.Sql.Types;

/// <summary>One field of a struct, or one column of a schema.</summary>
public sealed class StructField
{
    /// <summary>Creates a field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="dataType">The type of its values.</param>
    /// <param name="isNullable">Whether a value can be null.</param>
    public StructField(string name, DataType dataType, bool isNullable = true)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        DataType = dataType ?? throw new ArgumentNullException(nameof(dataType));
        IsNullable = isNullable;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The type of its values.</summary>
    public DataType DataType { get; }

    /// <summary>Whether a value can be null.</summary>
    public bool IsNullable { get; }

    /// <inheritdoc/>
    public override string ToString() => $"StructField({Name},{DataType},{IsNullable})";

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is StructField other && other.Name == Name && other.IsNullable == IsNullable && other.DataType.Equals(DataType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, DataType);
}
