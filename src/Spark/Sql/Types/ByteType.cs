namespace SparkEtl.Spark.Sql.Types;

/// <summary>An 8-bit signed whole number.</summary>
public sealed class ByteType : IntegralType
{
    /// <inheritdoc/>
    public override string SimpleString => "tinyint";
    internal override string NormalisedTypeName => "byte";
}
