namespace SparkEtl.DuckDb.Tests;

public sealed class DuckDbResultTests : DatabaseTests
{
    [Test]
    public void Many_chunks_stream_in_bulk()
    {
        using DuckDbResult result = Connection.Query("SELECT i, 'text ' || i AS s FROM range(1000000) t(i)");
        long rows = 0, sum = 0, characters = 0;
        int chunks = 0;
        while (result.NextChunk() is { } chunk)
        {
            chunks++;
            rows += chunk.RowCount;
            foreach (long value in chunk[0].Data<long>())
                sum += value;
            for (int row = 0; row < chunk.RowCount; row++)
                characters += chunk[1].GetBytes(row).Length;
        }
        Assert.That((rows, sum, characters), Is.EqualTo((1_000_000L, 499_999_500_000L, 5_000_000L + 5_888_890L)));
        Assert.That(chunks, Is.GreaterThan(400));
        Assert.That(result.NextChunk(), Is.Null);
    }

    [Test]
    public void Rows_stream_without_being_collected_first()
    {
        using DuckDbDatabase small = Some.Database(new DuckDbOptions { Threads = 1, MemoryLimit = "30MB", TempDirectory = "" });
        using DuckDbConnection limited = small.Connect();
        using DuckDbResult result = limited.Query("SELECT i, 'some text that takes memory ' || i FROM range(5000000) t(i)");
        long rows = 0;
        while (result.NextChunk() is { } chunk)
            rows += chunk.RowCount;
        Assert.That(rows, Is.EqualTo(5_000_000));
    }

    [Test]
    public void An_error_on_the_way_comes_with_the_fetch()
    {
        using DuckDbResult result = Connection.Query("SELECT CASE WHEN i < 900000 THEN i ELSE error('row ' || i) END FROM range(1000000) t(i)");
        DuckDbException error = Assert.Throws<DuckDbException>(() =>
        {
            while (result.NextChunk() is not null)
            {
            }
        })!;
        Assert.That(error.Detail, Does.StartWith("row 9"));
        Assert.That(Connection.Value("SELECT 1"), Is.EqualTo(1));
    }

    [Test]
    public void A_new_query_ends_the_result_of_the_one_before()
    {
        using DuckDbResult result = Connection.Query("SELECT * FROM range(10000000)");
        Assert.That(result.NextChunk(), Is.Not.Null);
        Assert.That(Connection.Value("SELECT 1"), Is.EqualTo(1));
        Assert.That(() => result.NextChunk(), Throws.InstanceOf<DuckDbException>());
    }

    [Test]
    public void A_chunk_is_gone_when_the_next_is_fetched()
    {
        using DuckDbResult result = Connection.Query("SELECT i, {'a': i} FROM range(10000) t(i)");
        DataChunk chunk = result.NextChunk()!;
        Vector vector = chunk[0];
        Vector field = chunk[1].Field(0);
        result.NextChunk();
        Assert.That(() => chunk[1], Throws.Nothing);
        Assert.That(() => vector.IsNull(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => field.GetValue(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(chunk.RowCount, Is.Zero);
    }

    [Test]
    public void A_vector_is_read_only_as_what_it_is()
    {
        using DuckDbResult result = Connection.Query("SELECT 1, 'a', [1]");
        DataChunk chunk = result.NextChunk()!;
        Assert.That(() => chunk[0].Data<long>().Length, Throws.InstanceOf<DuckDbException>().With.Message.Contains("INTEGER"));
        Assert.That(() => chunk[0].GetBytes(0).Length, Throws.InstanceOf<DuckDbException>());
        Assert.That(() => chunk[0].GetDecimal(0), Throws.InstanceOf<DuckDbException>());
        Assert.That(() => chunk[1].Data<Int128>().Length, Throws.InstanceOf<DuckDbException>());
        Assert.That(() => chunk[1].Child, Throws.InstanceOf<DuckDbException>());
        Assert.That(() => chunk[2].Field(0), Throws.InstanceOf<DuckDbException>());
        Assert.That(() => chunk[1].GetString(1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => chunk[1].GetString(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Lists_and_structs_are_read_in_bulk()
    {
        using DuckDbResult result = Connection.Query("SELECT [i, i + 1], {'a': i, 'b': 42} FROM range(3) t(i) ORDER BY i");
        DataChunk chunk = result.NextChunk()!;
        Assert.That(chunk[0].Data<ListEntry>().ToArray(), Is.EqualTo(new ListEntry[] { new(0, 2), new(2, 2), new(4, 2) }));
        Assert.That(chunk[0].Child.Data<long>().ToArray(), Is.EqualTo(new long[] { 0, 1, 1, 2, 2, 3 }));
        Assert.That(chunk[1].Field(1).Data<int>().ToArray(), Is.EqualTo(new[] { 42, 42, 42 }));
    }

    [Test]
    public void A_mask_tells_which_rows_are_null()
    {
        using DuckDbResult result = Connection.Query("SELECT i, CASE WHEN i % 2 = 0 THEN i END FROM range(70) t(i) ORDER BY i");
        DataChunk chunk = result.NextChunk()!;
        Assert.That(chunk[0].HasNoNulls, Is.True);
        Assert.That(chunk[0].Validity.IsEmpty, Is.True);
        Assert.That(chunk[1].Validity[0], Is.EqualTo(0x5555_5555_5555_5555UL));
        Assert.That(chunk[1].IsNull(69), Is.True);
        Assert.That(chunk[1].IsNull(68), Is.False);
    }

    [Test]
    public void Lists_with_holes_and_shared_parts_are_read_as_DuckDB_prints_them()
    {
        foreach (string sql in new[]
        {
            "list_filter([i, 2, 3, i + 4], x -> x % 2 = 0)", "list_sort([3, i, 1])", "list_reverse([i, 5])", "list_slice([i, 5, 7], 2, 3)",
            "list_concat([i], [1, 2])", "list_where([i, 1, 2], [true, false, true])", "list_select([i, 1, 2], [3, 1])",
            "flatten([[i], [2, 3]])", "list_resize([i], 3, 9)", "CASE WHEN i = 1 THEN NULL ELSE [i, NULL] END", "range(i)", "repeat([i], 2)",
        })
        {
            foreach (object?[] row in Connection.Rows($"SELECT {sql}, ({sql})::VARCHAR FROM range(4) t(i)"))
            {
                string? text = row[0] is object?[] list ? $"[{string.Join(", ", list.Select(v => v ?? "NULL"))}]" : null;
                Assert.That(text, Is.EqualTo(row[1]), sql);
            }
        }
    }

    [Test]
    public void A_result_without_rows_has_columns()
    {
        using DuckDbResult result = Connection.Query("SELECT 1 AS a WHERE false");
        Assert.That(result.Columns.Single().Name, Is.EqualTo("a"));
        Assert.That(result.NextChunk(), Is.Null);
    }

    [Test]
    public void A_disposed_result_is_not_read()
    {
        DuckDbResult result = Connection.Query("SELECT 1");
        result.Dispose();
        result.Dispose();
        Assert.That(() => result.NextChunk(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void All_statements_of_a_text_run_and_the_last_one_answers()
    {
        Assert.That(Connection.Value("CREATE TABLE t(i INTEGER); INSERT INTO t VALUES (1), (2); SELECT sum(i)::INTEGER FROM t;"), Is.EqualTo(3));
        Assert.That(Connection.Execute("INSERT INTO t VALUES (3); DELETE FROM t; SELECT * FROM range(5)"), Is.EqualTo(4));
    }
}
