namespace SparkEtl.DuckDb.Tests;

/// <summary>Databases, values of every type, functions, and shorthand for what tests ask of them.</summary>
internal static class Some
{
    internal const string LongText = "longer than the twelve bytes that lie in the row itself";

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

    /// <summary>A query's error.</summary>
    internal static DuckDbException Error(this DuckDbConnection connection, string sql) =>
        Assert.Throws<DuckDbException>(() => connection.Rows(sql))!;

    /// <summary>A function that gives back what it gets, value by value.</summary>
    internal static ScalarFunction Identity(string name, DuckDbType type) => new(name, [type], type, (input, output) =>
    {
        for (int row = 0; row < output.Count; row++)
            output.SetValue(row, input[0].GetValue(row));
    })
    { HandlesNull = true };

    /// <summary>A function of BIGINTs, row by row.</summary>
    internal static ScalarFunction OfLongs(string name, Func<long, long> body) => new(name, [DuckDbType.BigInt], DuckDbType.BigInt, (input, output) =>
    {
        ReadOnlySpan<long> values = input[0].Data<long>();
        Span<long> results = output.Writable<long>();
        for (int row = 0; row < results.Length; row++)
        {
            if (!output.IsNull(row))
                results[row] = body(values[row]);
        }
    });

    /// <summary>A table function over rows of objects.</summary>
    internal static TableFunction Table(string name, IReadOnlyList<DuckDbColumn> columns, IReadOnlyList<object?[]> rows) =>
        new(name, [], _ => new TableSource(columns, () => new RowScan(rows)) { RowCount = rows.Count });

    internal static TemporaryFolder Folder() => new();
}
