namespace SparkEtl.Spark.Sql.Types;

/// <summary>A type of whole numbers.</summary>
public abstract class IntegralType : NumericType
{
    private protected IntegralType()
    {
    }
}
