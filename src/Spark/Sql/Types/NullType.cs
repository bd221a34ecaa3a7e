namespace SparkEtl.Spark.Sql.Types;

/// <summary>The type of an untyped null.</summary>
public sealed class NullType : DataType
{
    internal override string NormalisedTypeName => "void";
}
