namespace SparkEtl.DuckDb.Tests;

/// <summary>Tests of which each has a database and a connection of its own.</summary>
/// <param name="options">How the database is opened; null for two threads.</param>
public abstract class DatabaseTests(DuckDbOptions? options = null)
{
    protected DuckDbDatabase Database { get; private set; } = null!;

    protected DuckDbConnection Connection { get; private set; } = null!;

    [SetUp]
    public void Open()
    {
        Database = Some.Database(options);
        Connection = Database.Connect();
    }

    [TearDown]
    public void Close()
    {
        Connection.Dispose();
        Database.Dispose();
    }
}
