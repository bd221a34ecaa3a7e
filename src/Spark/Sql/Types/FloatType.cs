namespace SparkEtl.Spark.Sql.Types;

/// <summary>A 32-bit binary floating-point number.</summary>
public sealed class FloatType : FractionalType
{
    internal override string NormalisedTypeName => "float";
}
