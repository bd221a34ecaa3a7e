namespace SparkEtl.Spark.Sql.Types;

/// <summary>A 64-bit signed whole number.</summary>
public sealed class LongType : IntegralType
{
    /// <inheritdoc/>
    public override string SimpleString => "bigint";
    internal override string NormalisedTypeName => "long";
}
