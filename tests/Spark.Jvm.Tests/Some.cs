using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Spark.Tests.Conformance;

namespace SparkEtl.Spark.Jvm.Tests;

/// <summary>Builders of what tests need and do not care about.</summary>
internal static class Some
{
    /// <summary>The fixed settings, and those of a small machine.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Settings =>
    [
        .. new SparkConf().Settings.All,
        new("spark.master", "local[2]"),
        new("spark.ui.enabled", "false"),
        new("spark.sql.shuffle.partitions", "2"),

        // Which of two errors an overflowing sum raises depends on where the partitions end.
        new("spark.sql.leafNodeDefaultParallelism", "1"),
    ];

    public static Relation Plan(string sql) => new QueryBinder(new NoTables()).Bind(SparkSqlParser.ParseQuery(sql));

    /// <summary>All rows of a query.</summary>
    public static List<object?[]> Rows(IEngine engine, string sql) => Rows(engine, Plan(sql));

    /// <summary>All rows of a plan.</summary>
    public static List<object?[]> Rows(IEngine engine, Relation plan)
    {
        using var run = engine.Run(plan, CancellationToken.None);
        var rows = new List<object?[]>();
        while (run.NextRows() is { } next)
        {
            rows.AddRange(next);
        }

        return rows;
    }

    /// <summary>A column of every type, nested ones too.</summary>
    public static StructType EveryType() => new(
    [
        new("bool", SqlTypes.Boolean), new("byte", SqlTypes.Byte), new("short", SqlTypes.Short), new("int", SqlTypes.Integer), new("long", SqlTypes.Long),
        new("float", SqlTypes.Float), new("double", SqlTypes.Double), new("small", SqlTypes.Decimal(18, 2)), new("big", SqlTypes.Decimal(28, 5)),
        new("text", SqlTypes.String), new("bytes", SqlTypes.Binary), new("date", SqlTypes.Date), new("time", SqlTypes.Timestamp), new("local", SqlTypes.TimestampNtz),
        new("length", SqlTypes.DayTimeInterval), new("array", SqlTypes.ArrayOf(SqlTypes.Integer)), new("map", SqlTypes.MapOf(SqlTypes.String, SqlTypes.Double)),
        new("struct", SqlTypes.StructOf(("a", SqlTypes.Integer), ("b", SqlTypes.ArrayOf(SqlTypes.String)))),
    ]);

    /// <summary>Rows of <see cref="EveryType"/>: values, extremes, nulls.</summary>
    public static IEnumerable<GenericRow> RowsOfEveryType()
    {
        yield return new GenericRow(
        [
            true, (sbyte)-3, (short)300, 70000, 5_000_000_000L, 1.5f, 0.1, 12.34m, 1234567890123456789012.34567m, "o'ne\\il\n", new byte[] { 0, 255, 10 }, new Date(2024, 2, 29),
            new Timestamp(2024, 2, 29, 23, 59, 59, 999_999), new DateTime(1999, 12, 31, 1, 2, 3), TimeSpan.FromMicroseconds(-90_000_001), new object?[] { 1, null, 3 },
            new Dictionary<string, double?> { ["k"] = 1.25, ["n"] = null }, new object?[] { 7, new object?[] { "x", null } },
        ]);
        yield return new GenericRow(
        [
            false, sbyte.MinValue, short.MinValue, int.MinValue, long.MinValue, float.NaN, double.NegativeInfinity, -9999999999999999.99m, -0.00001m, string.Empty,
            Array.Empty<byte>(), new Date(1, 1, 1), new Timestamp(1582, 10, 4, 0, 0, 0, 1), new DateTime(1, 1, 1), TimeSpan.Zero, Array.Empty<object?>(),
            new Dictionary<string, double?>(), new object?[] { null, null },
        ]);
        yield return new GenericRow(new object?[18]);
    }
}
