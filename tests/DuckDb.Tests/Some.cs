using SparkEtl.DuckDb;

namespace SparkEtl.DuckDb.Tests;

/// <summary>Databases, and shorthand for what tests ask of them.</summary>
internal static class Some
{
    internal static DuckDbDatabase Database(DuckDbOptions? options = null) => DuckDbDatabase.Open(options ?? new DuckDbOptions { Threads = 2 });

    /// <summary>All rows of a query as objects.</summary>
    internal static List<object?[]> Rows(this DuckDbConnection connection, string sql)
    {
        using DuckDbResult result = connection.Query(sql);
        return Rows(result);
    }

    internal static List<object?[]> Rows(DuckDbResult result)
    {
        var rows = new List<object?[]>();
        while (result.NextChunk() is { } chunk)
        {
            for (int row = 0; row < chunk.RowCount; row++)
            {
                var values = new object?[chunk.ColumnCount];
                for (int column = 0; column < values.Length; column++)
                    values[column] = chunk[column].GetValue(row);
                rows.Add(values);
            }
        }
        return rows;
    }

    /// <summary>The one value of a query.</summary>
    internal static object? Value(this DuckDbConnection connection, string sql) => connection.Rows(sql).Single().Single();

    /// <summary>A folder that is gone when the test is.</summary>
    internal static TemporaryFolder Folder() => new();
}
