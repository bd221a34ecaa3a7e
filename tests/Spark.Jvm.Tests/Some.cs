using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
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
}
