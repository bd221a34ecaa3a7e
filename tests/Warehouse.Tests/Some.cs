using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Warehouse.Tests;

/// <summary>What tests of publishing are made of.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Started = new(2024, 3, 1, 8, 30, 0, TimeSpan.Zero);

    public static RunRecord Run(string pipeline = "claims") => new(Guid.NewGuid(), pipeline, "local", Started);

    public static StructType Schema(params (string Name, DataType Type)[] columns) => new(columns.Select(c => new StructField(c.Name, c.Type)));

    /// <summary>A table of one column <c>n</c>.</summary>
    public static PublishedTable Numbers(string name, params long[] values) => Numbers(name, values.AsEnumerable());

    public static PublishedTable Numbers(string name, IEnumerable<long> values) =>
        new(name, Schema(("n", new LongType())), values.Select(v => new object?[] { v }));

    /// <summary>The same number many times.</summary>
    public static PublishedTable Repeated(string name, long value, int times, Action<int>? onRow = null) => Numbers(name, Enumerable.Range(0, times).Select(i =>
    {
        onRow?.Invoke(i);
        return value;
    }));

    /// <summary>Numbers, then a failure.</summary>
    public static IEnumerable<long> NumbersThatEndIn(Exception error, int after)
    {
        for (var i = 0; i < after; i++)
        {
            yield return i;
        }

        throw error;
    }
}
