namespace SparkEtl.Spark.Sql.Types;

/// <summary>An instant with microseconds; shown in the session's time zone, which is UTC.</summary>
public sealed class TimestampType : AtomicType
{
    internal override string NormalisedTypeName => "timestamp";
}
