namespace SparkEtl.DuckDb.Tests;

public sealed class TableFunctionTests : DatabaseTests
{
    private static readonly DuckDbColumn[] Columns = [new("i", DuckDbType.BigInt), new("Some text", DuckDbType.Varchar)];

    [Test]
    public void Rows_are_fed_over_many_chunks()
    {
        Connection.RegisterTable(Some.Table("fed", Columns, [.. Enumerable.Range(0, 10_000).Select(i => new object?[] { (long)i, i % 2 == 0 ? null : $"number {i}" })]));
        Assert.That(
            Connection.Rows("SELECT count(*), sum(i)::BIGINT, count(\"Some text\"), max(\"Some text\") FROM fed()")[0],
            Is.EqualTo(new object[] { 10_000L, 49_995_000L, 5_000L, "number 9999" }));
        Assert.That(Connection.Value("SELECT count(*) FROM fed() a JOIN fed() b USING (i)"), Is.EqualTo(10_000L));
        Assert.That(Connection.Value("SELECT max(\"Some text\") FROM fed()"), Is.EqualTo("number 9999"));
    }

    [Test]
    public void Arguments_choose_what_is_scanned()
    {
        object?[]? got = null;
        Connection.RegisterTable(new TableFunction(
            "chosen",
            [DuckDbType.Varchar, DuckDbType.BigInt, DuckDbType.Boolean, DuckDbType.Double, DuckDbType.Integer, DuckDbType.HugeInt],
            arguments =>
            {
                got = [.. arguments];
                return new TableSource([new((string)arguments[0]!, DuckDbType.Integer)], () => new RowScan([[7]]));
            }));
        using DuckDbResult result = Connection.Query("SELECT * FROM chosen('My column', -5, true, 1.5, NULL, 170141183460469231731687303715884105727)");
        Assert.That(result.Columns, Is.EqualTo(new[] { new DuckDbColumn("My column", DuckDbType.Integer) }));
        Assert.That(got, Is.EqualTo(new object?[] { "My column", -5L, true, 1.5, null, Int128.MaxValue }));
    }

    [Test]
    public void A_prepared_statement_scans_anew_each_time()
    {
        int opened = 0;
        Connection.RegisterTable(new TableFunction("counted", [], _ => new TableSource([new("n", DuckDbType.Integer)], () => new RowScan([[++opened]]))));
        using DuckDbStatement statement = Connection.Prepare("SELECT n FROM counted()");
        for (int i = 1; i <= 3; i++)
        {
            using DuckDbResult result = statement.Execute();
            Assert.That(Some.Rows(result)[0][0], Is.EqualTo(i));
        }
    }

    [Test]
    public void A_scan_is_disposed_also_when_it_is_left_half_way()
    {
        var scans = new List<RowScan>();
        object?[][] rows = [.. Enumerable.Range(0, 100_000).Select(i => new object?[] { (long)i, "x" })];
        Connection.RegisterTable(new TableFunction("watched", [], _ => new TableSource(Columns, () =>
        {
            var scan = new RowScan(rows);
            scans.Add(scan);
            return scan;
        })));
        Connection.Execute("SELECT * FROM watched() LIMIT 5");
        using (DuckDbResult result = Connection.Query("SELECT * FROM watched()"))
            result.NextChunk();
        Connection.Execute("SELECT count(*) FROM watched()");
        Assert.That(scans, Has.Count.EqualTo(3));
        Assert.That(scans.Select(s => s.IsDisposed), Is.All.True);
    }

    [TestCase("bind", DuckDbErrorType.Binder)]
    [TestCase("open", DuckDbErrorType.InvalidInput)]
    [TestCase("fill", DuckDbErrorType.InvalidInput)]
    public void An_exception_is_the_statements_error_with_its_message(string where, DuckDbErrorType type)
    {
        string message = $"in {where} {{}} %s";
        Connection.RegisterTable(new TableFunction("fail", [], _ =>
        {
            if (where == "bind")
                throw new InvalidOperationException(message);
            return new TableSource(Columns, () => where == "open" ? throw new InvalidOperationException(message) : new FailingScan(message));
        }));
        DuckDbException error = Connection.Error("SELECT * FROM fail()");
        Assert.That(error.Detail.Split("\n\nLINE ")[0], Is.EqualTo(message));
        Assert.That(error.Type, Is.EqualTo(type));
        Assert.That(error.InnerException, Is.InstanceOf<InvalidOperationException>());
    }

    [Test]
    public void The_same_name_and_parameters_again_change_nothing()
    {
        Assert.That(Connection.RegisterTable(Some.Table("fed", Columns, [[1L, "a"]])), Is.True);
        Assert.That(Connection.RegisterTable(Some.Table("fed", Columns, [[2L, "b"]])), Is.False);
        Assert.That(Connection.Value("SELECT i FROM fed()"), Is.EqualTo(1L));
    }

    private sealed class FailingScan(string message) : ITableScan
    {
        public int Fill(DataChunk output) => throw new InvalidOperationException(message);

        public void Dispose()
        {
        }
    }
}
