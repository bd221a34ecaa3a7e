namespace SparkEtl.Spark.Sql;

/// <content>Partition transforms, for <c>DataFrameWriterV2.PartitionedBy</c> only.</content>
public static partial class Functions
{
    /// <summary>Partitions by year. Spark's <c>years</c>.</summary>
    public static Column Years(Column column) => Call("years", column);

    /// <summary>Partitions by month. Spark's <c>months</c>.</summary>
    public static Column Months(Column column) => Call("months", column);

    /// <summary>Partitions by day. Spark's <c>days</c>.</summary>
    public static Column Days(Column column) => Call("days", column);

    /// <summary>Partitions by hour. Spark's <c>hours</c>.</summary>
    public static Column Hours(Column column) => Call("hours", column);

    /// <summary>Partitions by the hash of the column, into a number of buckets. Spark's <c>bucket</c>.</summary>
    public static Column Bucket(Column numBuckets, Column column) => Call("bucket", numBuckets, column);

    /// <inheritdoc cref="Bucket(Column, Column)"/>
    public static Column Bucket(int numBuckets, Column column) => Call("bucket", numBuckets, column);
}
