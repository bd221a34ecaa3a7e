namespace SparkEtl.Spark.Sql.Types;

/// <summary>Bytes.</summary>
public sealed class BinaryType : AtomicType
{
    internal override string NormalisedTypeName => "binary";
}
