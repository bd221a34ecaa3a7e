namespace SparkEtl.DuckDb.Tests;

public sealed class SharedTableTests
{
    private const int Rows = 1_000_000;

    [Test]
    public void Rows_come_in_the_order_of_the_parts_where_the_database_preserves_it()
    {
        using DuckDbDatabase database = Some.Database(new DuckDbOptions { Threads = 4, PreserveInsertionOrder = true });
        using DuckDbConnection connection = database.Connect();
        connection.RegisterTable(Numbers(new List<int[]>()));
        List<object?[]> rows = connection.Rows("SELECT n FROM numbers(0) LIMIT 300000");
        Assert.That(rows.Select(r => (int)r[0]!), Is.EqualTo(Enumerable.Range(0, 300_000)));
    }

    [Test]
    public void Only_the_needed_columns_are_asked_for()
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        var asked = new List<int[]>();
        connection.RegisterTable(Numbers(asked));
        Assert.That(connection.Value("SELECT sum(double_n)::BIGINT FROM numbers(0)"), Is.EqualTo((long)Rows * (Rows - 1)));
        Assert.That(connection.Value("SELECT count(*) FROM numbers(0)"), Is.EqualTo((long)Rows));
        Assert.That(connection.Value("SELECT count(*) FROM numbers(0) WHERE n < 10"), Is.EqualTo(10L));
        Assert.That(asked[0], Is.EqualTo(new[] { 1 }));
        Assert.That(asked[1], Is.EqualTo(new[] { 0 }), "counting takes the first column");
        Assert.That(asked[2], Does.Contain(0).And.Not.Contains(1));
    }

    [Test]
    public void Several_threads_take_part()
    {
        using DuckDbDatabase database = Some.Database(new DuckDbOptions { Threads = 4 });
        using DuckDbConnection connection = database.Connect();
        using var together = new CountdownEvent(2);
        connection.RegisterTable(new SharedTableFunction("meeting", [], _ => new SharedTableSource(
            [new DuckDbColumn("n", DuckDbType.Integer)], _ => new Meeting(together))));
        Assert.That(connection.Value("SELECT max(n) FROM meeting()"), Is.EqualTo(1), "each part waits for the other");
    }

    [Test]
    public void An_error_of_a_part_is_the_querys_with_its_cause()
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        connection.RegisterTable(new SharedTableFunction("broken", [], _ => new SharedTableSource(
            [new DuckDbColumn("n", DuckDbType.Integer)], _ => throw new InvalidOperationException("the file is gone"))));
        Assert.That(() => connection.Rows("SELECT * FROM broken()"), Throws.TypeOf<DuckDbException>()
            .With.Message.Contains("the file is gone").And.InnerException.TypeOf<InvalidOperationException>());
    }

    private static SharedTableFunction Numbers(List<int[]> asked) => new("numbers", [DuckDbType.BigInt], _ => new SharedTableSource(
        [new DuckDbColumn("n", DuckDbType.Integer), new DuckDbColumn("double_n", DuckDbType.BigInt)],
        columns =>
        {
            asked.Add([.. columns]);
            return new Counter([.. columns]);
        }));

    private sealed class Counter(int[] columns) : ISharedScan
    {
        private int next;

        public int MaxThreads => 4;

        public ITableScan OpenPart() => new Part(this, columns);

        public void Dispose()
        {
        }

        private sealed class Part(Counter scan, int[] columns) : ITableScan
        {
            public int Fill(DataChunk output)
            {
                int first = Interlocked.Add(ref scan.next, DataChunk.Capacity) - DataChunk.Capacity;
                int rows = Math.Clamp(Rows - first, 0, DataChunk.Capacity);
                for (int i = 0; i < columns.Length; i++)
                {
                    for (int row = 0; row < rows; row++)
                    {
                        if (columns[i] == 0)
                            output[i].Writable<int>()[row] = first + row;
                        else if (columns[i] == 1)
                            output[i].Writable<long>()[row] = 2L * (first + row);
                    }
                }
                return rows;
            }

            public void Dispose()
            {
            }
        }
    }

    private sealed class Meeting(CountdownEvent together) : ISharedScan
    {
        private int parts;

        public int MaxThreads => 2;

        public ITableScan OpenPart() => new Part(Interlocked.Increment(ref parts) - 1, together);

        public void Dispose()
        {
        }

        private sealed class Part(int number, CountdownEvent together) : ITableScan
        {
            private bool filled;

            public int Fill(DataChunk output)
            {
                if (filled)
                    return 0;
                filled = true;
                together.Signal();
                if (!together.Wait(TimeSpan.FromSeconds(30)))
                    throw new TimeoutException("The other part never came.");
                output[0].Writable<int>()[0] = number;
                return 1;
            }

            public void Dispose()
            {
            }
        }
    }
}
