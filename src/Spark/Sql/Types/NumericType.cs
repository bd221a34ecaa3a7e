namespace SparkEtl.Spark.Sql.Types;

/// <summary>A type of numbers.</summary>
public abstract class NumericType : AtomicType
{
    private protected NumericType()
    {
    }
}
