namespace SparkEtl.DuckDb.Tests;

public sealed class SmokeTests
{
    [Test]
    public void A_query_returns_its_rows()
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        Assert.That(connection.Rows("SELECT i, 'text ' || i FROM range(3) t(i)"), Is.EqualTo(new object[][] { [0L, "text 0"], [1L, "text 1"], [2L, "text 2"] }));
    }

    [Test]
    public void A_scalar_function_written_here_runs_over_columns()
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        connection.RegisterScalar(new ScalarFunction("plus", [DuckDbType.BigInt, DuckDbType.BigInt], DuckDbType.BigInt, (input, output) =>
        {
            ReadOnlySpan<long> a = input[0].Data<long>();
            ReadOnlySpan<long> b = input[1].Data<long>();
            Span<long> sum = output.Writable<long>();
            for (int row = 0; row < sum.Length; row++)
                sum[row] = a[row] + b[row];
        }));
        Assert.That(connection.Value("SELECT sum(plus(i, 1))::BIGINT FROM range(10000) t(i)"), Is.EqualTo(50005000L));
    }

    [Test]
    public void An_aggregate_function_written_here_runs_over_groups()
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        connection.RegisterAggregate(new ValueAggregate<long>(
            "total",
            [DuckDbType.BigInt],
            DuckDbType.BigInt,
            static (ref long state, DataChunk input, int start, int end) =>
            {
                foreach (long value in input[0].Data<long>()[start..end])
                    state += value;
            },
            static (ref long target, in long source) => target += source,
            static (in long state, Vector output, int row) => output.Writable<long>()[row] = state));
        Assert.That(
            connection.Rows("SELECT i % 2, total(i) FROM range(1000000) t(i) GROUP BY 1 ORDER BY 1"),
            Is.EqualTo(new object[][] { [0L, 249999500000L], [1L, 250000000000L] }));
    }
}
