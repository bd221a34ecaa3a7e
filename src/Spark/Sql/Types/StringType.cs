namespace SparkEtl.Spark.Sql.Types;

/// <summary>Unicode text, compared byte by byte in UTF-8.</summary>
public sealed class StringType : AtomicType
{
    internal override string NormalisedTypeName => "string";
}
