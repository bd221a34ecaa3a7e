using System.Runtime.InteropServices;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>Registers shared table functions, and is what the library calls for them.</summary>
internal static unsafe class SharedTableCallbacks
{
    internal static bool Register(ConnectionHandle connection, SharedTableFunction function, CallbackErrors errors) =>
        TableRegistration.Register(connection, function.Name, function.Parameters, new Registration(function, errors), native =>
        {
            LibDuckDb.TableSetProjection(native, supported: true);
            LibDuckDb.TableSetBind(native, &Bind);
            LibDuckDb.TableSetInit(native, &Open);
            LibDuckDb.TableSetLocalInit(native, &OpenThread);
            LibDuckDb.TableSetFunction(native, &Fill);
        });

    [UnmanagedCallersOnly]
    private static void Bind(nint info)
    {
        Registration? registration = null;
        try
        {
            registration = CallbackHandle.Get<Registration>(LibDuckDb.BindExtraInfo(info));
            SharedTableSource source = registration.Function.Bind(TableRegistration.Arguments(info, registration.Function.Parameters));
            TableRegistration.Describe(info, source.Columns, source.RowCount, new Bound(source, registration.Errors));
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
            var scan = new Scan(bound, Columns(info, bound.Source.Columns.Count));
            LibDuckDb.InitSetMaxThreads(info, (ulong)Math.Max(1, scan.Shared.MaxThreads));
            LibDuckDb.InitSetData(info, CallbackHandle.Create(scan), &CallbackHandle.Free);
        }
        catch (Exception e)
        {
            bound?.Errors.Add(e.Message, e);
            LibDuckDb.InitSetError(info, e.Message);
        }
    }

    // The scan is not at hand here: the thread's part is opened when it first fills a chunk.
    [UnmanagedCallersOnly]
    private static void OpenThread(nint info)
    {
        try
        {
            LibDuckDb.InitSetData(info, CallbackHandle.Create(new Part()), &CallbackHandle.Free);
        }
        catch (Exception e)
        {
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
            scan.Fill(CallbackHandle.Get<Part>(LibDuckDb.FunctionLocalInitData(info)), output);
        }
        catch (Exception e)
        {
            scan?.Errors.Add(e.Message, e);
            LibDuckDb.FunctionSetError(info, e.Message);
        }
    }

    // The library numbers its own columns, such as the row's number, from the far end.
    private static int[] Columns(nint info, int known)
    {
        var columns = new int[LibDuckDb.InitColumnCount(info)];
        for (int i = 0; i < columns.Length; i++)
        {
            ulong column = LibDuckDb.InitColumnIndex(info, (ulong)i);
            columns[i] = column < (ulong)known ? (int)column : -1;
        }
        return columns;
    }

    private sealed record Registration(SharedTableFunction Function, CallbackErrors Errors);

    private sealed record Bound(SharedTableSource Source, CallbackErrors Errors);

    private sealed class Scan : IDisposable
    {
        private readonly DuckDbType?[] types;

        internal Scan(Bound bound, int[] columns)
        {
            Errors = bound.Errors;
            types = [.. columns.Select(c => c < 0 ? null : bound.Source.Columns[c].Type)];
            Shared = bound.Source.Open(columns);
        }

        internal ISharedScan Shared { get; }

        internal CallbackErrors Errors { get; }

        internal void Fill(Part part, nint output) => TableRegistration.Fill(part.Scan ??= Shared.OpenPart(), output, types);

        public void Dispose() => Shared.Dispose();
    }

    private sealed class Part : IDisposable
    {
        internal ITableScan? Scan { get; set; }

        public void Dispose() => Scan?.Dispose();
    }
}
