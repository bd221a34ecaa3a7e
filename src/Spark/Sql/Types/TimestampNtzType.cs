namespace SparkEtl.Spark.Sql.Types;

/// <summary>A date and time without a zone, with microseconds.</summary>
public sealed class TimestampNtzType : AtomicType
{
    internal override string NormalisedTypeName => "timestamp_ntz";
}
