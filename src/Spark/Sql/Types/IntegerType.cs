namespace SparkEtl.Spark.Sql.Types;

/// <summary>A 32-bit signed whole number.</summary>
public sealed class IntegerType : IntegralType
{
    /// <inheritdoc/>
    public override string SimpleString => "int";
    internal override string NormalisedTypeName => "integer";
}
