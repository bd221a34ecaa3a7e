namespace SparkEtl.Spark.Sql.Types;

/// <summary>A day of the proleptic Gregorian calendar, 0001-01-01 to 9999-12-31.</summary>
public sealed class DateType : AtomicType
{
    internal override string NormalisedTypeName => "date";
}
