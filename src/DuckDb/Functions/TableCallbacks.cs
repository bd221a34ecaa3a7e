using System.Runtime.InteropServices;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>Registers table functions, and is what the library calls for them.</summary>
internal static unsafe class TableCallbacks
{
    internal static bool Register(ConnectionHandle connection, TableFunction function, CallbackErrors errors) =>
        TableRegistration.Register(connection, function.Name, function.Parameters, new Registration(function, errors), native =>
        {
            LibDuckDb.TableSetBind(native, &Bind);
            LibDuckDb.TableSetInit(native, &Open);
            LibDuckDb.TableSetFunction(native, &Fill);
        });

    [UnmanagedCallersOnly]
    private static void Bind(nint info)
    {
        Registration? registration = null;
        try
        {
            registration = CallbackHandle.Get<Registration>(LibDuckDb.BindExtraInfo(info));
            TableSource source = registration.Function.Bind(TableRegistration.Arguments(info, registration.Function.Parameters));
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

    private sealed record Registration(TableFunction Function, CallbackErrors Errors);

    private sealed record Bound(TableSource Source, CallbackErrors Errors)
    {
        internal DuckDbType[] Types { get; } = [.. Source.Columns.Select(c => c.Type)];
    }

    private sealed class Scan(Bound bound) : IDisposable
    {
        private readonly ITableScan scan = bound.Source.Open();

        internal CallbackErrors Errors => bound.Errors;

        internal void Fill(nint output) => TableRegistration.Fill(scan, output, bound.Types);

        public void Dispose() => scan.Dispose();
    }
}
