namespace SparkEtl.Spark.Sql.Types;

/// <summary>A 16-bit signed whole number.</summary>
public sealed class ShortType : IntegralType
{
    /// <inheritdoc/>
    public override string SimpleString => "smallint";
    internal override string NormalisedTypeName => "short";
}
