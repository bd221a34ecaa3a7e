namespace SparkEtl.Spark.Sql.Types;

/// <summary>True or false.</summary>
public sealed class BooleanType : AtomicType
{
    internal override string NormalisedTypeName => "boolean";
}
