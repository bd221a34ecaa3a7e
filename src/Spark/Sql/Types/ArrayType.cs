namespace SparkEtl.Spark.Sql.Types;

/// <summary>A list of values of one type.</summary>
public sealed class ArrayType : DataType
{
    /// <summary>Creates an array type.</summary>
    /// <param name="elementType">The type of each element.</param>
    /// <param name="containsNull">Whether an element can be null.</param>
    public ArrayType(DataType elementType, bool containsNull = true)
    {
        ElementType = elementType ?? throw new ArgumentNullException(nameof(elementType));
        ContainsNull = containsNull;
    }

    /// <summary>The type of each element.</summary>
    public DataType ElementType { get; }

    /// <summary>Whether an element can be null.</summary>
    public bool ContainsNull { get; }

    /// <inheritdoc/>
    public override string SimpleString => $"array<{ElementType.SimpleString}>";

    internal override string NormalisedTypeName => "array";

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is ArrayType other && other.ContainsNull == ContainsNull && other.ElementType.Equals(ElementType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(ArrayType), ElementType);
}
