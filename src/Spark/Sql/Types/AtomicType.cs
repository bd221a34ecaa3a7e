namespace SparkEtl.Spark.Sql.Types;

/// <summary>A type whose values have no parts.</summary>
public abstract class AtomicType : DataType
{
    private protected AtomicType()
    {
    }
}
