using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>
/// A connection: transactions, temporary tables and one query at a time. Not for several threads at once, apart from
/// <see cref="Interrupt"/> and <see cref="Progress"/>. A new query ends the result of the one before.
/// </summary>
public sealed class DuckDbConnection : IDisposable
{
    private readonly ConnectionHandle handle;
    private readonly DuckDbDatabase database;

    internal DuckDbConnection(DuckDbDatabase database, ConnectionHandle handle)
    {
        this.database = database;
        this.handle = handle;
    }

    /// <summary>How far the running query is, 0 to 1; null when none runs or DuckDB cannot tell. From any thread.</summary>
    public double? Progress => LibDuckDb.QueryProgress(handle).Percentage is >= 0 and var percent ? Math.Min(1, percent / 100) : null;

    internal ConnectionHandle Handle => handle;

    internal CallbackErrors Errors => database.Functions.Errors;

    /// <summary>Prepares one statement: names and types are resolved, nothing runs.</summary>
    /// <param name="sql">One statement; parameters are <c>?</c> or <c>$1</c>.</param>
    /// <exception cref="DuckDbException">The text is not SQL, or a name or type does not resolve.</exception>
    public DuckDbStatement Prepare(string sql)
    {
        NativeText.RequireNoNul(sql, "the SQL text");
        bool deep = DeepStack.IsNeededFor(sql);
        return DeepStack.Run(deep, () =>
        {
            int state = LibDuckDb.Prepare(handle, sql, out StatementHandle statement);
            return new DuckDbStatement(this, statement, deep, failed: state != 0);
        });
    }

    /// <summary>Runs all statements of a text to their end, one after the other; what they return is dropped.</summary>
    /// <param name="sql">Statements separated by <c>;</c>.</param>
    /// <param name="ct">Stops the running statement. Those before it are done.</param>
    /// <returns>Rows inserted, updated and deleted by all of them.</returns>
    /// <exception cref="DuckDbException">A statement failed. Those before it are done.</exception>
    public long Execute(string sql, CancellationToken ct = default)
    {
        long changed = 0;
        foreach (DuckDbStatement statement in Split(sql))
        {
            using (statement)
            using (DuckDbResult result = statement.Execute(ct))
            {
                changed += result.RowsChanged;
                result.Drain();
            }
        }
        return changed;
    }

    /// <summary>Runs a statement and streams its rows: chunks are computed as they are fetched.</summary>
    /// <param name="sql">One statement, or several of which the last one's result is returned.</param>
    /// <param name="ct">Stops the query, also while its rows are fetched.</param>
    /// <exception cref="DuckDbException">A statement failed.</exception>
    public DuckDbResult Query(string sql, CancellationToken ct = default)
    {
        DuckDbResult? last = null;
        foreach (DuckDbStatement statement in Split(sql))
        {
            last?.Drain();
            last?.Dispose();
            last = statement.ExecuteOnce(ct);
        }
        return last ?? throw new DuckDbException("Found no statement in the SQL text.", DuckDbErrorType.Parser);
    }

    /// <summary>
    /// Makes a scalar function known to the database, for all its connections; one in the middle of a transaction may see it only from
    /// its next one on. Give it a name of its own: a built-in function of the same name and arguments is replaced.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <returns>False when one of the same name and arguments was registered before: that one stays.</returns>
    /// <exception cref="DuckDbException">DuckDB refused it: an aggregate function or a macro has its name, for instance.</exception>
    public bool RegisterScalar(ScalarFunction function) => database.Functions.Add(function);

    /// <summary>Makes an aggregate function known to the database, in the same way as <see cref="RegisterScalar"/>.</summary>
    /// <param name="function">The function.</param>
    /// <returns>False when one of the same name and arguments was registered before: that one stays.</returns>
    /// <exception cref="DuckDbException">DuckDB refused it: a built-in function has its name, for instance.</exception>
    public bool RegisterAggregate(AggregateFunction function) => database.Functions.Add(function);

    /// <summary>
    /// Makes a table function known to the database, in the same way as <see cref="RegisterScalar"/>. It stays until the database is
    /// closed: to feed many sets of rows, register one function and let its argument choose.
    /// </summary>
    /// <param name="function">The function. A built-in one of its name may go on being called instead.</param>
    /// <returns>False when one of the same name and parameters was registered before: that one stays.</returns>
    /// <exception cref="DuckDbException">DuckDB refused it.</exception>
    public bool RegisterTable(TableFunction function) => database.Functions.Add(function);

    /// <summary>Makes a table function known to the database, for all its connections, whose rows several threads make.</summary>
    /// <param name="function">The function.</param>
    /// <returns>False when one of the same name and parameters was registered before: that one stays.</returns>
    /// <exception cref="DuckDbException">DuckDB refused it: a built-in function has the same name and arguments, for instance.</exception>
    public bool RegisterTable(SharedTableFunction function) => database.Functions.Add(function);

    /// <summary>Opens a table for appending many rows.</summary>
    /// <param name="table">The table's name, not quoted.</param>
    /// <param name="schema">Its schema; null for where an unqualified name leads.</param>
    /// <exception cref="DuckDbException">There is no such table.</exception>
    public DuckDbAppender Appender(string table, string? schema = null) => new(this, table, schema);

    /// <summary>Stops the running query, if any, from any thread: it fails with an OperationCanceledException.</summary>
    public void Interrupt() => LibDuckDb.Interrupt(handle);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    /// <summary>The same for a token's callback, into which nothing may be thrown: the connection may be gone by then.</summary>
    internal void InterruptIfOpen()
    {
        try
        {
            Interrupt();
        }
        catch (ObjectDisposedException)
        {
            // A closed connection runs nothing.
        }
    }

    /// <summary>Prepares the statements of a text one at a time: the second may need what the first creates.</summary>
    private IEnumerable<DuckDbStatement> Split(string sql)
    {
        NativeText.RequireNoNul(sql, "the SQL text");
        bool deep = DeepStack.IsNeededFor(sql);
        (ExtractedHandle extracted, ulong count) = DeepStack.Run(deep, () =>
        {
            ulong found = LibDuckDb.ExtractStatements(handle, sql, out ExtractedHandle statements);
            statements.IsDeep = deep;
            return (statements, found);
        });
        using (extracted)
        {
            if (NativeText.Borrow(LibDuckDb.ExtractStatementsError(extracted)) is { } message)
                throw new DuckDbException(message, DuckDbErrorKinds.OfMessage(message));
            for (ulong i = 0; i < count; i++)
            {
                ulong index = i;
                yield return DeepStack.Run(deep, () =>
                {
                    int state = LibDuckDb.PrepareExtracted(handle, extracted, index, out StatementHandle statement);
                    return new DuckDbStatement(this, statement, deep, failed: state != 0);
                });
            }
        }
    }
}
