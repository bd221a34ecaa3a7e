namespace SparkEtl.DuckDb.Tests;

public sealed class AggregateFunctionTests() : DatabaseTests(new DuckDbOptions { Threads = 4 })
{
    [SetUp]
    public void Register()
    {
        Connection.RegisterAggregate(Total);
        Connection.RegisterAggregate(Texts("texts"));
    }

    private static AggregateFunction Total => new ValueAggregate<(Int128 Sum, long Count)>(
        "total",
        [DuckDbType.Decimal(18, 2)],
        DuckDbType.Decimal(38, 2),
        static (ref (Int128 Sum, long Count) state, DataChunk input, int start, int end) =>
        {
            foreach (long value in input[0].Data<long>()[start..end])
                state = (state.Sum + value, state.Count + 1);
        },
        static (ref (Int128 Sum, long Count) target, in (Int128 Sum, long Count) source) =>
            target = (target.Sum + source.Sum, target.Count + source.Count),
        static (in (Int128 Sum, long Count) state, Vector output, int row) =>
        {
            if (state.Count == 0)
                output.SetNull(row);
            else
                output.SetDecimal(row, state.Sum);
        });

    /// <summary>All texts of a group, sorted.</summary>
    private static AggregateFunction Texts(string name) => new ObjectAggregate<List<string>>(
        name,
        [DuckDbType.Varchar],
        DuckDbType.Varchar,
        () => [],
        (state, input, start, end) =>
        {
            for (int row = start; row < end; row++)
                state.Add(input[0].GetString(row));
        },
        (target, source) => target.AddRange(source),
        (state, output, row) => output.SetString(row, string.Join(",", state.Order(StringComparer.Ordinal))));

    [Test]
    public void Groups_are_summed_by_several_threads()
    {
        Connection.Execute("CREATE TABLE t AS SELECT i % 1000 AS g, (i / 100.0)::DECIMAL(18,2) AS d FROM range(2000000) t(i)");
        Assert.That(Connection.Value("SELECT count(*) FROM (SELECT g FROM t GROUP BY g HAVING total(d) <> sum(d))"), Is.EqualTo(0L));
        Assert.That(Connection.Value("SELECT total(d) FROM t"), Is.EqualTo(new DuckDbDecimal(1999999000000, 2)));
    }

    [Test]
    public void Many_groups_are_combined()
    {
        Connection.Execute("CREATE TABLE t AS SELECT i % 30000 AS g, (i % 77)::DECIMAL(18,2) AS d, 'text ' || i % 5 AS s FROM range(300000) t(i)");
        Assert.That(
            Connection.Rows("SELECT count(*), count(*) FILTER (WHERE a <> b), count(*) FILTER (WHERE c <> e) FROM (SELECT total(d) AS a, sum(d) AS b, texts(s) AS c, string_agg(s, ',' ORDER BY s) AS e FROM t GROUP BY g)")[0],
            Is.EqualTo(new object[] { 30000L, 0L, 0L }));
    }

    [Test]
    public void Rows_with_a_null_are_left_out()
    {
        Assert.That(
            Connection.Rows("SELECT i % 2, texts(CASE WHEN i % 3 = 0 THEN i::VARCHAR END), total(CASE WHEN i % 2 = 0 AND i > 5 THEN i END) FROM range(10) t(i) GROUP BY 1 ORDER BY 1"),
            Is.EqualTo(new object?[][] { [0L, "0,6", new DuckDbDecimal(1400, 2)], [1L, "3,9", null] }));
    }

    [Test]
    public void Nulls_are_seen_by_one_that_handles_them()
    {
        Connection.RegisterAggregate(new ValueAggregate<long>(
            "rows",
            [DuckDbType.Varchar],
            DuckDbType.BigInt,
            static (ref long state, DataChunk _, int start, int end) => state += end - start,
            static (ref long target, in long source) => target += source,
            static (in long state, Vector output, int row) => output.Writable<long>()[row] = state)
        { HandlesNull = true });
        Assert.That(Connection.Value("SELECT rows(CASE WHEN i % 3 = 0 THEN 'x' END) FROM range(9) t(i)"), Is.EqualTo(9L));
    }

    [Test]
    public void No_rows_give_the_result_of_an_empty_state()
    {
        Assert.That(Connection.Rows("SELECT total(1), texts('a') WHERE false")[0], Is.EqualTo(new object?[] { null, "" }));
        Assert.That(Connection.Rows("SELECT total(1), texts('a') FROM range(0) GROUP BY range"), Is.Empty);
    }

    [Test]
    public void It_works_with_distinct_and_filter()
    {
        Assert.That(Connection.Value("SELECT texts(DISTINCT (i % 3)::VARCHAR) FROM range(100) t(i)"), Is.EqualTo("0,1,2"));
        Assert.That(Connection.Value("SELECT texts(i::VARCHAR) FILTER (WHERE i > 7) FROM range(10) t(i)"), Is.EqualTo("8,9"));
        Assert.That(Connection.Rows("SELECT texts(DISTINCT (i % 2)::VARCHAR) OVER (ORDER BY i) FROM range(3) t(i) ORDER BY i"), Is.EqualTo(new object[][] { ["0"], ["0,1"], ["0,1"] }));
        Assert.That(Connection.Rows("SELECT list_aggregate(list_transform(range(i), x -> x::VARCHAR), 'texts') FROM range(1, 4) t(i) ORDER BY i"), Is.EqualTo(new object[][] { ["0"], ["0,1"], ["0,1,2"] }));
    }

    [TestCase("OVER ()", "0,1,2,3,4|0,1,2,3,4|0,1,2,3,4|0,1,2,3,4|0,1,2,3,4")]
    [TestCase("OVER (PARTITION BY i % 2)", "0,2,4|1,3|0,2,4|1,3|0,2,4")]
    [TestCase("OVER (ROWS UNBOUNDED PRECEDING)", "0|0,1|0,1,2|0,1,2,3|0,1,2,3,4")]
    [TestCase("FILTER (WHERE i <> 2) OVER (ROWS UNBOUNDED PRECEDING)", "0|0,1|0,1|0,1,3|0,1,3,4")]
    [TestCase("FILTER (WHERE i <> 2) OVER (ORDER BY i ROWS 2 PRECEDING)", "0|0,1|0,1|1,3|3,4")]
    [TestCase("OVER (ORDER BY i)", "0|0,1|0,1,2|0,1,2,3|0,1,2,3,4")]
    [TestCase("OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)", "0,1|0,1,2|1,2,3|2,3,4|3,4")]
    [TestCase("OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW)", "1|0,2|1,3|2,4|3")]
    [TestCase("OVER (PARTITION BY i % 2 ORDER BY i DESC)", "0,2,4|1,3|2,4|3|4")]
    public void It_works_over_windows(string window, string expected) =>
        Assert.That(string.Join("|", Connection.Rows($"SELECT texts(i::VARCHAR) {window} FROM range(5) t(i) ORDER BY i").Select(r => r[0])), Is.EqualTo(expected));

    [Test]
    public void A_window_that_is_the_whole_partition_equals_the_built_in_sum()
    {
        Connection.Execute("CREATE TABLE t AS SELECT i, i % 3001 AS g, (i % 13)::DECIMAL(18,2) AS d FROM range(50000) t(i)");
        foreach (string window in new[] { "()", "(PARTITION BY g)", "(PARTITION BY g % 7)", "(ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)" })
            Assert.That(Connection.Value($"SELECT count(*) FROM (SELECT total(d) OVER w AS a, sum(d) OVER w AS b FROM t WINDOW w AS {window}) WHERE a <> b"), Is.EqualTo(0L), window);
    }

    [TestCase("OVER ()", "0a1b2c|0a1b2c|0a1b2c")]
    [TestCase("OVER (ROWS UNBOUNDED PRECEDING)", "0a|0a1b|0a1b2c")]
    [TestCase("OVER (ORDER BY i ROWS 1 PRECEDING)", "0a|0a1b|1b2c")]
    public void Several_arguments_stay_together_over_windows(string window, string expected)
    {
        Connection.RegisterAggregate(new ObjectAggregate<List<string>>(
            "pairs",
            [DuckDbType.BigInt, DuckDbType.Varchar, DuckDbType.Struct(new DuckDbField("x", DuckDbType.Integer))],
            DuckDbType.Varchar,
            () => [],
            (state, input, start, end) =>
            {
                for (int row = start; row < end; row++)
                    state.Add($"{input[0].GetValue(row)}{input[1].GetString(row)}");
            },
            (target, source) => target.AddRange(source),
            (state, output, row) => output.SetString(row, string.Concat(state.Order(StringComparer.Ordinal)))));
        Assert.That(
            string.Join("|", Connection.Rows($"SELECT pairs(i, chr(97 + i::INTEGER), {{'x': 1}}) {window} FROM range(3) t(i) ORDER BY i").Select(r => r[0])),
            Is.EqualTo(expected));
    }

    [Test]
    public void Rows_come_in_the_order_that_is_asked_for()
    {
        Connection.RegisterAggregate(new ObjectAggregate<List<string>>(
            "in_order",
            [DuckDbType.Varchar],
            DuckDbType.Varchar,
            () => [],
            (state, input, start, end) =>
            {
                for (int row = start; row < end; row++)
                    state.Add(input[0].GetString(row));
            },
            (target, source) => target.AddRange(source),
            (state, output, row) => output.SetString(row, string.Join(",", state))));
        Assert.That(Connection.Value("SELECT in_order(i::VARCHAR ORDER BY -i) FROM range(5) t(i)"), Is.EqualTo("4,3,2,1,0"));
        Assert.That(
            Connection.Rows("SELECT i % 2, in_order(i::VARCHAR ORDER BY -i) FROM range(6) t(i) GROUP BY 1 ORDER BY 1"),
            Is.EqualTo(new object[][] { [0L, "4,2,0"], [1L, "5,3,1"] }));
        Assert.That(
            Connection.Value("SELECT count(*) FROM (SELECT i % 100, in_order(i::VARCHAR ORDER BY i DESC) AS a, string_agg(i::VARCHAR, ',' ORDER BY i DESC) AS b FROM range(20000) t(i) GROUP BY 1) WHERE a <> b"),
            Is.EqualTo(0L));
    }

    [TestCase("SELECT fail(i) FROM t")]
    [TestCase("SELECT fail(i) OVER () FROM t")]
    [TestCase("SELECT fail(i) OVER (PARTITION BY i % 10) FROM t")]
    [TestCase("SELECT i % 10, fail(i ORDER BY i) FROM t GROUP BY 1")]
    [TestCase("SELECT fail(i) OVER (ORDER BY i ROWS 2 PRECEDING) FROM t")]
    [TestCase("SELECT fail(i) OVER (ROWS UNBOUNDED PRECEDING) FROM t")]
    public void An_exception_while_a_single_state_is_updated_is_the_querys_error(string sql)
    {
        AggregateFunction fail = new ValueAggregate<long>(
            "fail",
            [DuckDbType.BigInt],
            DuckDbType.BigInt,
            (ref long _, DataChunk input, int start, int end) =>
            {
                if (input[0].Data<long>()[start..end].Contains(54_321))
                    throw new InvalidOperationException("found 54321");
            },
            (ref long _, in long _) => { },
            (in long _, Vector output, int row) => output.Writable<long>()[row] = 0);
        Connection.RegisterAggregate(fail);
        Connection.Execute("CREATE TABLE t AS SELECT i FROM range(100000) t(i)");
        Assert.That(Connection.Error(sql).Detail, Is.EqualTo("found 54321"));
        Assert.That(Connection.Rows(sql.Replace("FROM t", "FROM (FROM t LIMIT 1000)", StringComparison.Ordinal)), Is.Not.Empty);
    }

    [Test]
    public void A_window_over_many_rows_equals_the_built_in_sum() => Assert.That(
        Connection.Value("SELECT count(*) FROM (SELECT total(d) OVER w AS a, sum(d) OVER w AS b FROM (SELECT i, (i % 13)::DECIMAL(18,2) AS d FROM range(20000) t(i)) WINDOW w AS (ORDER BY i ROWS BETWEEN 700 PRECEDING AND 300 FOLLOWING)) WHERE a <> b"),
        Is.EqualTo(0L));

    [TestCase("create")]
    [TestCase("update")]
    [TestCase("combine")]
    [TestCase("complete")]
    public void An_exception_is_the_querys_error_with_its_message(string where)
    {
        string message = $"in {where} {{}} %s";
        Action FailIn(string place) => () =>
        {
            if (place == where)
                throw new InvalidOperationException(message);
        };
        Connection.RegisterAggregate(new ObjectAggregate<object>(
            "fail",
            [DuckDbType.BigInt],
            DuckDbType.BigInt,
            () =>
            {
                FailIn("create")();
                return new object();
            },
            (_, _, _, _) => FailIn("update")(),
            (_, _) => FailIn("combine")(),
            (_, _, _) => FailIn("complete")()));
        Connection.Execute("CREATE TABLE t AS SELECT i FROM range(1000000) t(i)");
        DuckDbException error = Connection.Error("SELECT g, fail(i) FROM (SELECT i, i % 100 AS g FROM t) GROUP BY g");
        Assert.That(error.Detail, Is.EqualTo(message));
        Assert.That(error.InnerException, Is.InstanceOf<InvalidOperationException>());
    }

    [Test]
    public void States_are_freed()
    {
        int made = 0;
        var alive = new List<WeakReference>();
        Connection.RegisterAggregate(new ObjectAggregate<List<string>>(
            "watched",
            [DuckDbType.BigInt],
            DuckDbType.BigInt,
            () =>
            {
                var state = new List<string>();
                lock (alive)
                {
                    alive.Add(new WeakReference(state));
                    made++;
                }
                return state;
            },
            (_, _, _, _) => { },
            (_, _) => { },
            (state, output, row) => output.Writable<long>()[row] = state.Count));
        Connection.Execute("SELECT i % 5000, watched(i) FROM range(100000) t(i) GROUP BY 1");
        Connection.Execute("SELECT watched(i) OVER (ORDER BY i) FROM range(1000) t(i)");
        using (DuckDbResult half = Connection.Query("SELECT i % 50000, watched(i) FROM range(100000) t(i) GROUP BY 1"))
            half.NextChunk();
        GC.Collect();
        Assert.That(made, Is.GreaterThan(50_000));
        Assert.That(alive.Count(r => r.IsAlive), Is.Zero);
    }

    [Test]
    public void The_same_name_and_arguments_again_change_nothing()
    {
        Assert.That(Connection.RegisterAggregate(Texts("more")), Is.True);
        Assert.That(Connection.RegisterAggregate(Texts("more")), Is.False);
    }
}
