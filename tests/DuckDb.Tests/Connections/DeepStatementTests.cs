using System.Runtime.ExceptionServices;
using System.Text;

namespace SparkEtl.DuckDb.Tests;

/// <summary>Statements nested more deeply than a common thread's stack can bear. A failure here ends the test process.</summary>
public sealed class DeepStatementTests
{
    [TestCase(300)]
    [TestCase(1500)]
    public void Queries_nested_deeply_run_on_a_thread_with_a_small_stack(int depth)
    {
        var sql = new StringBuilder();
        sql.Insert(0, "SELECT a + 1 AS a FROM (", depth).Append("SELECT 1 AS a").Append(')', depth);
        Assert.That(OnSmallStack(connection => connection.Value(sql.ToString())), Is.EqualTo(depth + 1));
    }

    [Test]
    public void Expressions_nested_deeply_run_on_a_thread_with_a_small_stack()
    {
        var sql = new StringBuilder("SELECT ");
        for (int i = 0; i < 900; i++)
            sql.Append("CASE WHEN i = ").Append(i).Append(" THEN 0 ELSE ");
        sql.Append('i').Insert(sql.Length, " END", 900).Append(" FROM range(901) t(i) WHERE i = 900");
        Assert.That(OnSmallStack(connection => connection.Value(sql.ToString())), Is.EqualTo(900L));
    }

    [Test]
    public void A_chain_of_many_common_table_expressions_runs()
    {
        var sql = new StringBuilder("WITH c0 AS (SELECT 0 AS a)");
        for (int i = 1; i <= 900; i++)
            sql.Append(", c").Append(i).Append(" AS (SELECT a + 1 AS a FROM c").Append(i - 1).Append(')');
        sql.Append(" SELECT a FROM c900");
        Assert.That(OnSmallStack(connection => connection.Value(sql.ToString())), Is.EqualTo(900));
    }

    [Test]
    public void Nesting_beyond_what_the_parser_bears_is_an_error()
    {
        string sql = string.Concat(Enumerable.Repeat("SELECT a FROM (", 5000)) + "SELECT 1 AS a" + new string(')', 5000);
        DuckDbException error = (DuckDbException)OnSmallStack(connection => connection.Error(sql))!;
        Assert.That(error.Type, Is.EqualTo(DuckDbErrorType.Parser));
    }

    [Test]
    public void A_deep_statement_can_be_left_to_the_garbage_collector()
    {
        string sql = string.Concat(Enumerable.Repeat("SELECT a + 1 AS a FROM (", 1500)) + "SELECT 1 AS a" + new string(')', 1500);
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        Prepare(connection, sql);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.That(connection.Value("SELECT 1"), Is.EqualTo(1));

        static void Prepare(DuckDbConnection connection, string sql) => _ = connection.Prepare(sql);
    }

    private static object? OnSmallStack(Func<DuckDbConnection, object?> ask)
    {
        object? answer = null;
        ExceptionDispatchInfo? error = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    using DuckDbDatabase database = Some.Database();
                    using DuckDbConnection connection = database.Connect();
                    answer = ask(connection);
                }
                catch (Exception e)
                {
                    error = ExceptionDispatchInfo.Capture(e);
                }
            },
            512 * 1024);
        thread.Start();
        thread.Join();
        error?.Throw();
        return answer;
    }
}
