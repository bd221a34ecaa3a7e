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
            LibDuckDb.AggregateSetExtraInfo(native, CallbackHandle.Create(new Registration(function, errors)), &CallbackHandle.Free);

            // The destructor is told nothing but the states, so theirs must be the same for all functions: a handle, or nothing.
            if (function.OwnsStates)
                LibDuckDb.AggregateSetDestructor(native, &FreeHandles);
            return LibDuckDb.RegisterAggregate(connection, native) == 0;
        }
        finally
        {
            LibDuckDb.DestroyAggregateFunction(ref native);
        }
    }

    [UnmanagedCallersOnly]
    private static ulong StateSize(nint info)
    {
        try
        {
            return (ulong)Of(info).Function.StateSize;
        }
        catch (Exception e)
        {
            LibDuckDb.AggregateSetError(info, e.Message);
            return (ulong)sizeof(nint);
        }
    }

    [UnmanagedCallersOnly]
    private static void Initialise(nint info, nint state)
    {
        try
        {
            Of(info).Function.InitialiseState(state);
        }
        catch (Exception e)
        {
            Fail(info, e);
        }
    }

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
        try
        {
            AggregateFunction function = Of(info).Function;
            for (ulong i = 0; i < count; i++)
                function.CombineStates(targets[i], sources[i]);
        }
        catch (Exception e)
        {
            Fail(info, e);
        }
    }

    [UnmanagedCallersOnly]
    private static void Complete(nint info, nint* states, nint output, ulong count, ulong offset)
    {
        try
        {
            AggregateFunction function = Of(info).Function;
            var buffer = new VectorBuffer(output, function.Result, (int)(offset + count));
            for (int i = 0; i < (int)count; i++)
                function.CompleteState(states[i], new Vector(buffer), (int)offset + i);
            buffer.Invalidate();
        }
        catch (Exception e)
        {
            Fail(info, e);
        }
    }

    [UnmanagedCallersOnly]
    private static void FreeHandles(nint* states, ulong count)
    {
        for (ulong i = 0; i < count; i++)
        {
            nint* slot = (nint*)states[i];
            nint handle = *slot;
            *slot = 0;
            if (handle != 0)
                GCHandle.FromIntPtr(handle).Free();
        }
    }

    private static Registration Of(nint info) => CallbackHandle.Get<Registration>(LibDuckDb.AggregateExtraInfo(info));

    private static void Fail(nint info, Exception error)
    {
        Of(info).Errors.Add(error.Message, error);
        LibDuckDb.AggregateSetError(info, error.Message);
    }

    private sealed class Registration(AggregateFunction function, CallbackErrors errors)
    {
        private readonly DuckDbType?[] arguments = [.. function.Arguments.Select(t => t.Kind == DuckDbTypeKind.Any ? null : t)];

        internal AggregateFunction Function => function;

        internal CallbackErrors Errors => errors;

        internal void Update(nint input, nint* states)
        {
            var chunk = new DataChunk(input, arguments, (int)LibDuckDb.ChunkSize(input));
            try
            {
                Span<ulong> mask = stackalloc ulong[NullMasks.Words];
                bool skips = !function.HandlesNull && NullMasks.Combine(chunk, mask);
                int start = 0;
                while (start < chunk.RowCount)
                {
                    if (skips && !Has(mask, start))
                    {
                        start++;
                        continue;
                    }
                    int end = start + 1;
                    while (end < chunk.RowCount && states[end] == states[start] && (!skips || Has(mask, end)))
                        end++;
                    function.UpdateState(states[start], chunk, start, end);
                    start = end;
                }
            }
            finally
            {
                chunk.Invalidate();
            }
        }

        private static bool Has(ReadOnlySpan<ulong> mask, int row) => (mask[row >> 6] & (1UL << row)) != 0;
    }
}
