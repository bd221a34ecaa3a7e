namespace SparkEtl.DuckDb.Tests;

/// <summary>Every type, by every way in and out.</summary>
public sealed class RoundTripTests
{
    private DuckDbDatabase database = null!;
    private DuckDbConnection connection = null!;

    /// <summary>A name no other test of the shared database has.</summary>
    private static string Name => "n" + TestContext.CurrentContext.Test.ID.Replace('-', '_');

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

    [TestCaseSource(typeof(SomeValues), nameof(SomeValues.All))]
    public void A_value_of_a_query_is_read_with_its_type(DuckDbType type, object value, string sql)
    {
        using DuckDbStatement statement = connection.Prepare($"SELECT {sql} AS v UNION ALL SELECT NULL");
        using DuckDbResult result = statement.Execute();
        Assert.That(statement.Columns, Is.EqualTo(new[] { new DuckDbColumn("v", type) }));
        Assert.That(result.Columns, Is.EqualTo(statement.Columns));
        Assert.That(Some.Rows(result), Is.EquivalentTo(new object?[][] { [value], [null] }));
    }

    [TestCaseSource(typeof(SomeValues), nameof(SomeValues.All))]
    public void A_type_is_written_as_DuckDB_writes_it(DuckDbType type, object value, string sql)
    {
        Assert.That(connection.Value($"SELECT typeof({sql})"), Is.EqualTo(type.ToString()));
        using DuckDbStatement statement = connection.Prepare($"SELECT NULL::{type}");
        Assert.That(statement.Columns[0].Type, Is.EqualTo(type));
    }

    [TestCaseSource(typeof(SomeValues), nameof(SomeValues.All))]
    public void A_value_is_bound_to_a_parameter(DuckDbType type, object value, string sql)
    {
        using DuckDbStatement statement = connection.Prepare($"SELECT CAST(? AS {type}) AS v, CAST(? AS {type}) IS NOT DISTINCT FROM {sql}");
        statement.Bind(1, value, type);
        statement.Bind(2, value, type);
        using DuckDbResult result = statement.Execute();
        Assert.That(result.Columns[0].Type, Is.EqualTo(type));
        Assert.That(Some.Rows(result), Is.EqualTo(new object?[][] { [value, true] }));
    }

    [TestCaseSource(typeof(SomeValues), nameof(SomeValues.All))]
    public void A_value_goes_through_a_function_written_in_CSharp(DuckDbType type, object value, string sql)
    {
        connection.RegisterScalar(Some.Identity(Name, type));
        Assert.That(
            connection.Rows($"SELECT i, {Name}(v), {Name}(v) IS NOT DISTINCT FROM v FROM range(4) t(i) LEFT JOIN (SELECT UNNEST([0, 2, 3]) k, {sql} v) ON k = i ORDER BY i"),
            Is.EqualTo(new object?[][] { [0L, value, true], [1L, null, true], [2L, value, true], [3L, value, true] }));
        Assert.That(connection.Value($"SELECT {Name}({sql})"), Is.EqualTo(value), "constant");
    }

    [TestCaseSource(typeof(SomeValues), nameof(SomeValues.All))]
    public void A_value_is_appended_to_a_table(DuckDbType type, object value, string sql)
    {
        connection.Execute($"CREATE OR REPLACE TABLE t (i INTEGER, v {type})");
        using (DuckDbAppender appender = connection.Appender("t"))
        {
            appender.AppendRow(0, value);
            appender.AppendRow(1, null);
            appender.AppendRow(2, value);
            appender.Flush();
        }
        Assert.That(
            connection.Rows($"SELECT v, v IS NOT DISTINCT FROM {sql} FROM t ORDER BY i"),
            Is.EqualTo(new object?[][] { [value, true], [null, false], [value, true] }));
    }

    [TestCaseSource(typeof(SomeValues), nameof(SomeValues.All))]
    public void A_value_is_fed_by_a_table_function(DuckDbType type, object value, string sql)
    {
        connection.RegisterTable(Some.Table(Name, [new("i", DuckDbType.Integer), new("v", type)], [[0, value], [1, null], [2, value]]));
        Assert.That(
            connection.Rows($"SELECT v, v IS NOT DISTINCT FROM {sql} FROM {Name}() ORDER BY i"),
            Is.EqualTo(new object?[][] { [value, true], [null, false], [value, true] }));
    }

    [TestCaseSource(typeof(SomeValues), nameof(SomeValues.All))]
    public void A_value_is_the_result_of_an_aggregate_function(DuckDbType type, object value, string sql)
    {
        connection.RegisterAggregate(new ObjectAggregate<object?[]>(
            Name,
            [type],
            type,
            () => new object?[1],
            (state, input, _, end) => state[0] = input[0].GetValue(end - 1),
            (target, source) => target[0] = source[0],
            (state, output, row) => output.SetValue(row, state[0])));
        Assert.That(
            connection.Rows($"SELECT i % 3, {Name}(v) FROM range(9) t(i) LEFT JOIN (SELECT UNNEST([1, 4, 7]) k, {sql} v) ON k = i GROUP BY 1 ORDER BY 1"),
            Is.EqualTo(new object?[][] { [0L, null], [1L, value], [2L, null] }));
    }
}
