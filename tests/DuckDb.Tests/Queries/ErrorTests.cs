using SparkEtl.Utils.Errors;

namespace SparkEtl.DuckDb.Tests;

public sealed class ErrorTests
{
    [TestCase("SELEC 1", DuckDbErrorType.Parser)]
    [TestCase("", DuckDbErrorType.Parser)]
    [TestCase("SELECT nope", DuckDbErrorType.Binder)]
    [TestCase("SELECT * FROM nope", DuckDbErrorType.Catalog)]
    [TestCase("SELECT nope(1)", DuckDbErrorType.Catalog)]
    [TestCase("SELECT 'x'::INTEGER", DuckDbErrorType.Conversion)]
    [TestCase("SELECT ('x' || i)::INTEGER FROM range(3) t(i)", DuckDbErrorType.Conversion)]
    [TestCase("SELECT 9223372036854775807 + i FROM range(1, 3) t(i)", DuckDbErrorType.OutOfRange)]
    [TestCase("SELECT error('mine')", DuckDbErrorType.InvalidInput)]
    [TestCase("CREATE TABLE t(i INTEGER PRIMARY KEY); INSERT INTO t VALUES (1), (1)", DuckDbErrorType.Constraint)]
    [TestCase("SELECT * FROM read_csv('/no/such/file.csv')", DuckDbErrorType.Io)]
    [TestCase("COMMIT", DuckDbErrorType.Transaction)]
    [TestCase("SELECT ?", DuckDbErrorType.InvalidInput)]
    public void An_error_has_its_kind_and_DuckDBs_message(string sql, DuckDbErrorType type)
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        DuckDbException error = connection.Error(sql);
        Assert.That(error.Type, Is.EqualTo(type), error.Message);
        Assert.That(error, Is.InstanceOf<SparkEtlException>());
    }

    [Test]
    public void A_message_points_into_the_text_and_its_kind_can_be_left_out()
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        DuckDbException error = connection.Error("SELECT nope FROM range(3)");
        Assert.That(error.Message, Does.StartWith("Binder Error: Referenced column \"nope\"").And.Contains("LINE 1: SELECT nope"));
        Assert.That(error.Detail, Does.StartWith("Referenced column"));
    }

    [Test]
    public void A_text_with_a_null_character_is_refused_instead_of_cut()
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        Assert.That(connection.Error("SELECT 1 --\0 DROP").Message, Does.Contain("character 12"));
        Assert.That(() => connection.Prepare("SELECT '\0'"), Throws.InstanceOf<DuckDbException>());
    }

    [Test]
    public void A_failed_transaction_is_told_from_other_errors()
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection one = database.Connect();
        using DuckDbConnection other = database.Connect();
        one.Execute("CREATE TABLE t AS SELECT 1 AS i; BEGIN; UPDATE t SET i = 2");
        Assert.That(other.Error("UPDATE t SET i = 3").Type, Is.EqualTo(DuckDbErrorType.Transaction));
    }
}
