namespace SparkEtl.Spark.Sql.Types;

/// <summary>A record of named fields; also the schema of a <see cref="DataFrame"/>.</summary>
public sealed class StructType : DataType
{
    /// <summary>Creates a struct type.</summary>
    /// <param name="fields">Its fields, in order.</param>
    public StructType(IEnumerable<StructField> fields)
    {
        Fields = [.. fields ?? throw new ArgumentNullException(nameof(fields))];
    }

    /// <summary>Its fields, in order.</summary>
    public List<StructField> Fields { get; }

    /// <inheritdoc/>
    public override string SimpleString => $"struct<{string.Join(',', Fields.Select(f => $"{f.Name}:{f.DataType.SimpleString}"))}>";

    internal override string NormalisedTypeName => "struct";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StructType other && other.Fields.SequenceEqual(Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(StructType), Fields.Count);

    /// <summary>Position of the field of that name, letters' case ignored; -1 when there is none.</summary>
    internal int IndexOf(string name) => Fields.FindIndex(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
