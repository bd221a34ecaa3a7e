using System.Runtime.InteropServices;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>Registers table functions, and is what the library calls for them.</summary>
internal static unsafe class TableCallbacks
{
    internal static bool Register(ConnectionHandle connection, TableFunction function, CallbackErrors errors)
    {
        nint native = LibDuckDb.CreateTableFunction();
        try
        {
            LibDuckDb.TableSetName(native, function.Name);
            foreach (DuckDbType parameter in function.Parameters)
            {
                using LogicalTypeHandle type = LogicalTypes.ToNative(parameter);
                LibDuckDb.TableAddParameter(native, type);
            }
            LibDuckDb.TableSetBind(native, &Bind);
            LibDuckDb.TableSetInit(native, &Open);
            LibDuckDb.TableSetFunction(native, &Fill);
            LibDuckDb.TableSetExtraInfo(native, CallbackHandle.Create(new Registration(function, errors)), &CallbackHandle.Free);
            return LibDuckDb.RegisterTable(connection, native) == 0;
        }
        finally
        {
            LibDuckDb.DestroyTableFunction(ref native);
        }
    }

    [UnmanagedCallersOnly]
    private static void Bind(nint info)
    {
        Registration? registration = null;
        try
        {
            registration = CallbackHandle.Get<Registration>(LibDuckDb.BindExtraInfo(info));
            TableSource source = registration.Function.Bind(Arguments(info, registration.Function.Parameters));
            foreach (DuckDbColumn column in source.Columns)
            {
                using LogicalTypeHandle type = LogicalTypes.ToNative(column.Type);
                LibDuckDb.BindAddColumn(info, NativeText.RequireNoNul(column.Name, "the name of a column"), type);
            }
            if (source.RowCount is { } rows)
                LibDuckDb.BindSetCardinality(info, (ulong)rows, exact: true);
            LibDuckDb.BindSetData(info, CallbackHandle.Create(new Bound(source, registration.Errors)), &CallbackHandle.Free);
        }
        catch (Exception e)
        {
            registration?.Errors.Add(e.Message, e);
            LibDuckDb.BindSetError(info, e.Message);
        }
    }

    [UnmanagedCallersOnly]
    private static void Open(nint info)
    {
        Bound? bound = null;
        try
        {
            bound = CallbackHandle.Get<Bound>(LibDuckDb.InitBindData(info));
            LibDuckDb.InitSetData(info, CallbackHandle.Create(new Scan(bound)), &CallbackHandle.Free);
        }
        catch (Exception e)
        {
            bound?.Errors.Add(e.Message, e);
            LibDuckDb.InitSetError(info, e.Message);
        }
    }

    [UnmanagedCallersOnly]
    private static void Fill(nint info, nint output)
    {
        Scan? scan = null;
        try
        {
            scan = CallbackHandle.Get<Scan>(LibDuckDb.FunctionInitData(info));
            scan.Fill(output);
        }
        catch (Exception e)
        {
            scan?.Errors.Add(e.Message, e);
            LibDuckDb.FunctionSetError(info, e.Message);
        }
    }

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

    private sealed record Registration(TableFunction Function, CallbackErrors Errors);

    private sealed record Bound(TableSource Source, CallbackErrors Errors)
    {
        internal DuckDbType[] Types { get; } = [.. Source.Columns.Select(c => c.Type)];
    }

    private sealed class Scan(Bound bound) : IDisposable
    {
        private readonly ITableScan scan = bound.Source.Open();

        internal CallbackErrors Errors => bound.Errors;

        internal void Fill(nint output)
        {
            var chunk = new DataChunk(output, bound.Types, DataChunk.Capacity);
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

        public void Dispose() => scan.Dispose();
    }
}
