using System.Runtime.InteropServices;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>Registers aggregate functions, and is what the library calls for them.</summary>
internal static unsafe class AggregateCallbacks
{
    internal static bool Register(ConnectionHandle connection, AggregateFunction function, CallbackErrors errors)
    {
        nint native = LibDuckDb.CreateAggregateFunction();
        try
        {
            LibDuckDb.AggregateSetName(native, function.Name);
            foreach (DuckDbType argument in function.Arguments)
            {
                using LogicalTypeHandle type = LogicalTypes.ToNative(argument);
                LibDuckDb.AggregateAddParameter(native, type);
            }
            using (LogicalTypeHandle type = LogicalTypes.ToNative(function.Result))
                LibDuckDb.AggregateSetReturnType(native, type);
            if (function.HandlesNull)
                LibDuckDb.AggregateSetSpecialHandling(native);
            LibDuckDb.AggregateSetFunctions(native, &StateSize, &Initialise, &Update, &Combine, &Complete);
            LibDuckDb.AggregateSetExtraInfo(native, CallbackHandle.Create(new AggregateRegistration(function, errors)), &CallbackHandle.Free);

            // The destructor is told nothing but the states, so theirs must be the same for all functions: a handle, or nothing.
            if (function.OwnsStates)
                LibDuckDb.AggregateSetDestructor(native, &FreeHandles);
            AggregateRepair.Apply(native);
            return LibDuckDb.RegisterAggregate(connection, native) == 0;
        }
        finally
        {
            LibDuckDb.DestroyAggregateFunction(ref native);
        }
    }

    [UnmanagedCallersOnly]
    private static ulong StateSize(nint info) => (ulong)Of(info).StateSize;

    [UnmanagedCallersOnly]
    private static void Initialise(nint info, nint state) => Of(info).Initialise(state);

    [UnmanagedCallersOnly]
    private static void Update(nint info, nint input, nint* states)
    {
        try
        {
            Of(info).Update(input, states);
        }
        catch (Exception e)
        {
            Fail(info, e);
        }
    }

    [UnmanagedCallersOnly]
    private static void Combine(nint info, nint* sources, nint* targets, ulong count)
    {
        AggregateRegistration registration = Of(info);
        for (ulong i = 0; i < count; i++)
            registration.Combine(targets[i], sources[i]);
    }

    [UnmanagedCallersOnly]
    private static void Complete(nint info, nint* states, nint output, ulong count, ulong offset)
    {
        try
        {
            Of(info).Complete(states, output, (int)count, (int)offset);
        }
        catch (Exception e)
        {
            Fail(info, e);
        }
    }

    [UnmanagedCallersOnly]
    private static void FreeHandles(nint* states, ulong count) => FreeStates(states, count);

    /// <summary>Frees what states own: the first word of each is a handle, or nothing.</summary>
    internal static void FreeStates(nint* states, ulong count)
    {
        for (ulong i = 0; i < count; i++)
        {
            nint* slot = (nint*)AggregateState.Payload(states[i]);
            nint handle = *slot;
            *slot = 0;
            if (handle != 0)
                GCHandle.FromIntPtr(handle).Free();
        }
    }

    private static AggregateRegistration Of(nint info) => CallbackHandle.Get<AggregateRegistration>(LibDuckDb.AggregateExtraInfo(info));

    private static void Fail(nint info, Exception error)
    {
        Of(info).Errors.Add(error.Message, error);
        LibDuckDb.AggregateSetError(info, error.Message);
    }
}
