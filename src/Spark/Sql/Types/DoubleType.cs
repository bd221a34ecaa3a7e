namespace SparkEtl.Spark.Sql.Types;

/// <summary>A 64-bit binary floating-point number.</summary>
public sealed class DoubleType : FractionalType
{
    internal override string NormalisedTypeName => "double";
}
