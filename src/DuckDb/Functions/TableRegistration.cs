using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>What table functions have in common, whether one thread makes their rows or several.</summary>
internal static unsafe class TableRegistration
{
    /// <summary>Registers one.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">The types of its parameters.</param>
    /// <param name="registration">What its callbacks find as extra information.</param>
    /// <param name="setCallbacks">Tells the library its callbacks.</param>
    /// <returns>Whether the library took it.</returns>
    internal static bool Register(ConnectionHandle connection, string name, IReadOnlyList<DuckDbType> parameters, object registration, Action<nint> setCallbacks)
    {
        nint native = LibDuckDb.CreateTableFunction();
        try
        {
            LibDuckDb.TableSetName(native, name);
            foreach (DuckDbType parameter in parameters)
            {
                using LogicalTypeHandle type = LogicalTypes.ToNative(parameter);
                LibDuckDb.TableAddParameter(native, type);
            }
            setCallbacks(native);
            LibDuckDb.TableSetExtraInfo(native, CallbackHandle.Create(registration), &CallbackHandle.Free);
            return LibDuckDb.RegisterTable(connection, native) == 0;
        }
        finally
        {
            LibDuckDb.DestroyTableFunction(ref native);
        }
    }

    /// <summary>The values of the arguments, when it is bound.</summary>
    internal static object?[] Arguments(nint info, IReadOnlyList<DuckDbType> types)
    {
        var arguments = new object?[types.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            using ValueHandle value = LibDuckDb.BindParameter(info, (ulong)i);
            arguments[i] = ValueReader.Read(value, types[i]);
        }
        return arguments;
    }

    /// <summary>Says what there is to scan, when it is bound.</summary>
    internal static void Describe(nint info, IReadOnlyList<DuckDbColumn> columns, long? rowCount, object bound)
    {
        foreach (DuckDbColumn column in columns)
        {
            using LogicalTypeHandle type = LogicalTypes.ToNative(column.Type);
            LibDuckDb.BindAddColumn(info, NativeText.RequireNoNul(column.Name, "the name of a column"), type);
        }
        if (rowCount is { } rows)
            LibDuckDb.BindSetCardinality(info, (ulong)rows, exact: true);
        LibDuckDb.BindSetData(info, CallbackHandle.Create(bound), &CallbackHandle.Free);
    }

    /// <summary>Has a scan fill the library's next chunk.</summary>
    internal static void Fill(ITableScan scan, nint output, DuckDbType?[] types)
    {
        var chunk = new DataChunk(output, types, DataChunk.Capacity);
        try
        {
            int rows = scan.Fill(chunk);
            if (rows is < 0 or > DataChunk.Capacity)
                throw new DuckDbException($"Found {rows} rows filled into a chunk with room for {DataChunk.Capacity}.", DuckDbErrorType.InvalidInput);
            LibDuckDb.SetChunkSize(output, (ulong)rows);
        }
        finally
        {
            chunk.Invalidate();
        }
    }
}
