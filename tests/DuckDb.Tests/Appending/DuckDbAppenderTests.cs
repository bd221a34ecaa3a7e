namespace SparkEtl.DuckDb.Tests;

public sealed class DuckDbAppenderTests : DatabaseTests
{
    [Test]
    public void Columns_are_appended_in_bulk()
    {
        Connection.Execute("CREATE TABLE t(i BIGINT, s VARCHAR)");
        using DuckDbAppender appender = Connection.Appender("t");
        for (int chunk = 0; chunk < 10; chunk++)
        {
            Span<long> numbers = appender.Chunk[0].Writable<long>();
            for (int row = 0; row < numbers.Length; row++)
            {
                numbers[row] = (chunk * DataChunk.Capacity) + row;
                if (row % 2 == 0)
                    appender.Chunk[1].SetString(row, $"text number {numbers[row]}");
                else
                    appender.Chunk[1].SetNull(row);
            }
            appender.AppendChunk(chunk == 9 ? 100 : numbers.Length);
        }
        appender.Flush();
        Assert.That(
            Connection.Rows("SELECT count(*), sum(i)::BIGINT, count(s), count(*) FILTER (WHERE s IS DISTINCT FROM CASE WHEN i % 2 = 0 THEN 'text number ' || i END) FROM t")[0],
            Is.EqualTo(new object[] { 18532L, 18531L * 18532 / 2, 9266L, 0L }));
    }

    [Test]
    public void Rows_are_appended_over_many_chunks()
    {
        Connection.Execute("CREATE TABLE t(i INTEGER, l VARCHAR[])");
        using (DuckDbAppender appender = Connection.Appender("t"))
        {
            for (int i = 0; i < 5000; i++)
                appender.AppendRow(i, new object?[] { $"{i}", null });
            appender.Flush();
        }
        Assert.That(Connection.Value("SELECT count(*) FROM t WHERE l = [i::VARCHAR, NULL]"), Is.EqualTo(5000L));
    }

    [Test]
    public void Rows_that_are_not_flushed_are_dropped()
    {
        Connection.Execute("CREATE TABLE t(i INTEGER)");
        using (DuckDbAppender appender = Connection.Appender("t"))
        {
            for (int i = 0; i < 3000; i++)
                appender.AppendRow(i);
        }
        Assert.That(Connection.Value("SELECT count(*) FROM t"), Is.EqualTo(0L));
    }

    [Test]
    public void A_table_is_found_in_its_schema()
    {
        Connection.Execute("CREATE SCHEMA \"My schema\"; CREATE TABLE \"My schema\".\"My table\"(d DECIMAL(5,1))");
        using DuckDbAppender appender = Connection.Appender("My table", "My schema");
        Assert.That(appender.Types, Is.EqualTo(new[] { DuckDbType.Decimal(5, 1) }));
        appender.AppendRow(-12.5m);
        appender.Flush();
        Assert.That(Connection.Value("SELECT d FROM \"My schema\".\"My table\""), Is.EqualTo(new DuckDbDecimal(-125, 1)));
    }

    [Test]
    public void A_table_that_is_not_there_is_an_error() =>
        Assert.That(() => Connection.Appender("nope"), Throws.InstanceOf<DuckDbException>().With.Message.Contains("nope"));

    [Test]
    public void A_violated_constraint_is_an_error_and_keeps_no_row()
    {
        Connection.Execute("CREATE TABLE t(i INTEGER PRIMARY KEY)");
        using (DuckDbAppender appender = Connection.Appender("t"))
        {
            appender.AppendRow(1);
            appender.AppendRow(1);
            DuckDbException error = Assert.Throws<DuckDbException>(appender.Flush)!;
            Assert.That(error.Message, Does.Contain("duplicate"));
        }
        Assert.That(Connection.Value("SELECT count(*) FROM t"), Is.EqualTo(0L));
    }

    [Test]
    public void A_value_of_another_type_is_an_error_that_says_what_was_expected()
    {
        Connection.Execute("CREATE TABLE t(i BIGINT, d DECIMAL(5,2))");
        using DuckDbAppender appender = Connection.Appender("t");
        Assert.That(() => appender.AppendRow(1, 1m), Throws.InstanceOf<DuckDbException>().With.Message.EqualTo("Found 1 of the .NET type Int32 for BIGINT, which takes long."));
        Assert.That(() => appender.AppendRow(1L, 0.001m), Throws.InstanceOf<DuckDbException>().With.Message.Contains("DECIMAL(5,2)"));
        Assert.That(() => appender.AppendRow(1L, 1000m), Throws.InstanceOf<DuckDbException>().With.Message.Contains("does not fit"));
        Assert.That(() => appender.AppendRow(1L), Throws.InstanceOf<DuckDbException>().With.Message.Contains("1 values for a table of 2 columns"));
    }

    [Test]
    public void Text_that_is_not_UTF8_is_an_error()
    {
        Connection.Execute("CREATE TABLE t(s VARCHAR)");
        using DuckDbAppender appender = Connection.Appender("t");
        Assert.That(() => appender.Chunk[0].SetBytes(0, [0xC3]), Throws.InstanceOf<DuckDbException>().With.Message.Contains("UTF-8"));
        appender.Chunk[0].SetString(0, "a\uD800b");
        appender.AppendChunk(1);
        appender.Flush();
        Assert.That(Connection.Value("SELECT s FROM t"), Is.EqualTo("a\uFFFDb"));
    }
}
