namespace SparkEtl.DuckDb.Tests;

public sealed class DuckDbStatementTests
{
    private DuckDbDatabase database = null!;
    private DuckDbConnection connection = null!;

    [OneTimeSetUp]
    public void Open()
    {
        database = Some.Database();
        connection = database.Connect();
    }

    [OneTimeTearDown]
    public void Close()
    {
        connection.Dispose();
        database.Dispose();
    }

    [Test]
    public void Columns_are_known_before_it_runs()
    {
        using DuckDbStatement statement = connection.Prepare("SELECT 1 / 0 AS a, i AS \"B b\", error('not run') AS e FROM range(3) t(i) WHERE i > ?");
        Assert.That(statement.ParameterCount, Is.EqualTo(1));
        Assert.That(statement.Columns.Select(c => $"{c.Name} {c.Type}"), Is.EqualTo(new[] { "a DOUBLE", "B b BIGINT", "e INTEGER" }));
    }

    [Test]
    public void It_runs_many_times_with_other_values()
    {
        using DuckDbStatement statement = connection.Prepare("SELECT $2 || $1");
        foreach (string text in new[] { "a", "", Some.LongText })
        {
            statement.Bind(1, text);
            statement.Bind(2, "x");
            using DuckDbResult result = statement.Execute();
            Assert.That(Some.Rows(result)[0][0], Is.EqualTo("x" + text));
        }
    }

    [Test]
    public void A_null_is_bound_to_any_parameter()
    {
        using DuckDbStatement statement = connection.Prepare("SELECT ?::INTEGER IS NULL, ?::VARCHAR[] IS NULL");
        statement.Bind(1, null);
        statement.Bind(2, null);
        using DuckDbResult result = statement.Execute();
        Assert.That(Some.Rows(result)[0], Is.EqualTo(new object[] { true, true }));
    }

    [Test]
    public void The_type_of_a_parameter_is_that_of_its_value()
    {
        (object Value, string Type)[] expected =
        [
            (true, "BOOLEAN"), ((sbyte)1, "TINYINT"), ((short)1, "SMALLINT"), (1, "INTEGER"), (1L, "BIGINT"), ((Int128)1, "HUGEINT"),
            ((byte)1, "UTINYINT"), ((ushort)1, "USMALLINT"), (1U, "UINTEGER"), (1UL, "UBIGINT"), ((UInt128)1, "UHUGEINT"),
            (1f, "FLOAT"), (1d, "DOUBLE"), ("a", "VARCHAR"), (new byte[] { 1 }, "BLOB"), (Guid.Empty, "UUID"),
            (new DuckDbDecimal(-12345, 2), "DECIMAL(5,2)"), (123.450m, "DECIMAL(6,3)"), (new DuckDbDecimal(1, 38), "DECIMAL(38,38)"),
            (new DuckDbDate(1), "DATE"), (new DuckDbTime(1), "TIME"), (new DuckDbTimestamp(1), "TIMESTAMP"),
            (new DuckDbInterval(1, 1, 1), "INTERVAL"), (new object[] { 1L, 2L }, "BIGINT[]"),
            (new KeyValuePair<object, object?>[] { new("a", 1) }, "MAP(VARCHAR, INTEGER)"),
        ];
        using DuckDbStatement statement = connection.Prepare("SELECT typeof(?)");
        foreach ((object value, string type) in expected)
        {
            statement.Bind(1, value);
            using DuckDbResult result = statement.Execute();
            Assert.That(Some.Rows(result)[0][0], Is.EqualTo(type), value.GetType().Name);
        }
    }

    [Test]
    public void A_parameter_without_a_value_is_an_error()
    {
        using DuckDbStatement statement = connection.Prepare("SELECT ?::INTEGER");
        Assert.That(() => statement.Execute(), Throws.InstanceOf<DuckDbException>().With.Message.Contains("parameters: 1"));
    }

    [TestCase(0)]
    [TestCase(2)]
    public void A_parameter_that_is_not_there_is_an_error(int index)
    {
        using DuckDbStatement statement = connection.Prepare("SELECT ?::INTEGER");
        Assert.That(() => statement.Bind(index, 1), Throws.InstanceOf<DuckDbException>().With.Message.Contains($"parameter {index} "));
    }

    [Test]
    public void A_value_that_stands_for_no_type_is_an_error()
    {
        using DuckDbStatement statement = connection.Prepare("SELECT ?");
        Assert.That(() => statement.Bind(1, new object()), Throws.InstanceOf<DuckDbException>().With.Message.Contains("Object"));
    }

    [Test]
    public void Several_statements_are_not_one() =>
        Assert.That(() => connection.Prepare("SELECT 1; SELECT 2"), Throws.InstanceOf<DuckDbException>());

    [Test]
    public void Rows_changed_are_counted()
    {
        connection.Execute("CREATE OR REPLACE TABLE changed AS SELECT * FROM range(10) t(i)");
        using DuckDbStatement statement = connection.Prepare("UPDATE changed SET i = -i WHERE i > 3");
        using DuckDbResult result = statement.Execute();
        Assert.That(result.RowsChanged, Is.EqualTo(6));
    }

    [Test]
    public void Returned_rows_of_a_change_are_read()
    {
        connection.Execute("CREATE OR REPLACE TABLE returned(i INTEGER)");
        Assert.That(connection.Rows("INSERT INTO returned VALUES (1), (2) RETURNING i * 10"), Is.EqualTo(new object[][] { [10], [20] }));
        Assert.That(connection.Value("SELECT count(*) FROM returned"), Is.EqualTo(2L));
    }

    [Test]
    public void A_hundred_thousand_statements_leave_no_memory_behind()
    {
        static void Run(DuckDbConnection connection, int count)
        {
            for (int i = 0; i < count; i++)
            {
                using DuckDbStatement statement = connection.Prepare("SELECT ?, 'some text longer than twelve bytes', [1, 2]");
                for (int run = 0; run < 5; run++)
                {
                    statement.Bind(1, "a parameter longer than twelve bytes");
                    using DuckDbResult result = statement.Execute();
                    result.NextChunk();
                }
            }
        }

        // One thread: waking others takes longer than such statements do.
        using DuckDbDatabase own = Some.Database(new DuckDbOptions { Threads = 1 });
        using DuckDbConnection user = own.Connect();
        Run(user, 2_000);
        GC.Collect();
        long before = Environment.WorkingSet;
        Run(user, 18_000);
        GC.Collect();
        Assert.That(Environment.WorkingSet - before, Is.LessThan(60L << 20), "bytes more after 90,000 statements");
    }
}
