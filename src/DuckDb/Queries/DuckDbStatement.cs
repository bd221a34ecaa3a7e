using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>A prepared statement: its columns are known, its parameters can be bound, and it can run many times.</summary>
public sealed unsafe class DuckDbStatement : IDisposable
{
    private const int Select = 1;

    private readonly DuckDbConnection connection;
    private readonly StatementHandle handle;

    internal DuckDbStatement(DuckDbConnection connection, StatementHandle handle, bool isDeep, bool failed)
    {
        this.connection = connection;
        this.handle = handle;
        handle.IsDeep = isDeep;
        if (failed)
        {
            string message = NativeText.Borrow(LibDuckDb.PrepareError(handle)) ?? "The statement cannot be prepared.";
            handle.Dispose();
            throw QueryErrors.Of(message, DuckDbErrorKinds.OfMessage(message), connection.Errors, default);
        }
        Columns = new DuckDbColumn[LibDuckDb.PreparedColumnCount(handle)];
        for (int i = 0; i < Columns.Count; i++)
        {
            ((DuckDbColumn[])Columns)[i] = new DuckDbColumn(
                NativeText.Take(LibDuckDb.PreparedColumnName(handle, (ulong)i)) ?? "",
                LogicalTypes.Take(LibDuckDb.PreparedColumnType(handle, (ulong)i)));
        }
        ParameterCount = (int)LibDuckDb.ParameterCount(handle);
    }

    /// <summary>
    /// Names and types of what it returns, as resolved before running. A type that depends on a parameter not yet bound is of the
    /// kind <see cref="DuckDbTypeKind.Invalid"/>.
    /// </summary>
    public IReadOnlyList<DuckDbColumn> Columns { get; }

    /// <summary>How many parameters it has.</summary>
    public int ParameterCount { get; }

    /// <summary>Gives a parameter its value for the next runs.</summary>
    /// <param name="index">The parameter, from 1.</param>
    /// <param name="value">The value, or null; which .NET type stands for which type is said at <see cref="DuckDbTypeKind"/>.</param>
    public void Bind(int index, object? value) => Bind(index, value, ParameterType(index));

    /// <summary>Gives a parameter its value for the next runs, as a value of a given type.</summary>
    /// <param name="index">The parameter, from 1.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="type">Its type, where the value does not tell: of a list's elements, of a timestamp with time zone.</param>
    /// <exception cref="DuckDbException">There is no such parameter, or the value stands for no DuckDB type.</exception>
    public void Bind(int index, object? value, DuckDbType? type)
    {
        using ValueHandle native = NativeValues.Create(value, type);
        if (index < 1 || index > ParameterCount || LibDuckDb.BindValue(handle, (ulong)index, native) != 0)
            throw new DuckDbException($"Found a value for parameter {index} of a statement with {ParameterCount}.", DuckDbErrorType.InvalidInput);
    }

    /// <summary>Runs it. A query's rows are computed as they are fetched; anything else is done when this returns.</summary>
    /// <param name="ct">Stops it, also while its rows are fetched.</param>
    /// <returns>The result, which ends when the connection runs something else.</returns>
    /// <exception cref="DuckDbException">It failed, or a parameter has no value.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public DuckDbResult Execute(CancellationToken ct = default) => Run(owner: null, ct);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    /// <summary>Runs it once; it is disposed together with its result.</summary>
    internal DuckDbResult ExecuteOnce(CancellationToken ct)
    {
        try
        {
            return Run(owner: this, ct);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private DuckDbResult Run(DuckDbStatement? owner, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return DeepStack.Run(handle.IsDeep, () => RunHere(owner, ct));
    }

    private DuckDbResult RunHere(DuckDbStatement? owner, CancellationToken ct)
    {
        bool streams = LibDuckDb.PreparedStatementType(handle) == Select;
        int state = streams
            ? LibDuckDb.PendingPreparedStreaming(handle, out PendingHandle pending)
            : LibDuckDb.PendingPrepared(handle, out pending);
        pending.IsDeep = handle.IsDeep;
        using (pending)
        {
            if (state != 0)
            {
                string message = NativeText.Borrow(LibDuckDb.PendingError(pending)) ?? "The statement cannot run.";
                throw QueryErrors.Of(message, DuckDbErrorKinds.OfMessage(message), connection.Errors, ct);
            }

            // Starting a query clears an earlier interruption, so the token is watched only from here on.
            var result = new ResultHandle(handle.IsDeep);
            CancellationTokenRegistration watch = ct.Register(connection.InterruptIfOpen);
            try
            {
                if (LibDuckDb.ExecutePending(pending, result.Pointer) != 0)
                    throw QueryErrors.Of(result, connection.Errors, ct);
                return new DuckDbResult(connection, result, owner, watch, ct);
            }
            catch
            {
                watch.Dispose();
                result.Dispose();
                throw;
            }
        }
    }

    private DuckDbType? ParameterType(int index) =>
        index < 1 || index > ParameterCount ? null : LogicalTypes.Take(LibDuckDb.ParameterType(handle, (ulong)index));
}
