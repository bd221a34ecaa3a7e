using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>
/// The functions written in C# that a database knows. They are registered on a connection of their own, so that they neither wait
/// for, nor belong to, nor vanish with a transaction of somebody else's.
/// </summary>
internal sealed class FunctionRegistry(ConnectionHandle connection) : IDisposable
{
    private readonly Lock gate = new();
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    internal CallbackErrors Errors { get; } = new();

    internal bool Add(ScalarFunction function) => Add(
        function.Name, function.Arguments, function.Varargs, () => ScalarCallbacks.Register(connection, function, Errors));

    internal bool Add(AggregateFunction function) => Add(
        function.Name, function.Arguments, null, () => AggregateCallbacks.Register(connection, function, Errors));

    internal bool Add(TableFunction function) => Add(
        function.Name, function.Parameters, null, () => TableCallbacks.Register(connection, function, Errors));

    internal bool Add(SharedTableFunction function) => Add(
        function.Name, function.Parameters, null, () => SharedTableCallbacks.Register(connection, function, Errors));

    public void Dispose() => connection.Dispose();

    private bool Add(string name, IReadOnlyList<DuckDbType> arguments, DuckDbType? varargs, Func<bool> register)
    {
        NativeText.RequireNoNul(name, "the name of a function");
        string signature = $"{name}({string.Join(", ", arguments)}{(varargs is null ? "" : $", {varargs}...")})";
        lock (gate)
        {
            if (known.Contains(signature))
                return false;
            if (!register())
                throw new DuckDbException($"DuckDB refused to register the function {signature}: its name is empty, a type is not one, or a function of another kind has its name. Choose another name.", DuckDbErrorType.Catalog);
            return known.Add(signature);
        }
    }
}
