using System.Runtime.ExceptionServices;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>A registered aggregate function: what the library's callbacks come down to.</summary>
internal sealed unsafe class AggregateRegistration(AggregateFunction function, CallbackErrors errors)
{
    /// <summary>Errors kept until their states are completed. Of more than these at once, the newest stand for the others.</summary>
    private readonly Exception?[] kept = new Exception?[64];
    private readonly DuckDbType?[] arguments = [.. function.Arguments.Select(t => t.Kind == DuckDbTypeKind.Any ? null : t)];
    private long lastKept;

    internal int StateSize => AggregateState.HeaderSize + function.StateSize;

    internal CallbackErrors Errors => errors;

    internal void Initialise(nint state)
    {
        AggregateState.Error(state) = 0;
        function.InitialiseState(AggregateState.Payload(state));
    }

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
                Update(states[start], chunk, start, end);
                start = end;
            }
        }
        finally
        {
            chunk.Invalidate();
        }
    }

    internal void Combine(nint target, nint source)
    {
        if (AggregateState.Error(target) != 0)
            return;
        if (AggregateState.Error(source) is var error and not 0)
        {
            AggregateState.Error(target) = error;
            return;
        }
        try
        {
            function.CombineStates(AggregateState.Payload(target), AggregateState.Payload(source));
        }
        catch (Exception e)
        {
            AggregateState.Error(target) = Keep(e);
        }
    }

    internal void Complete(nint* states, nint output, int count, int offset)
    {
        var buffer = new VectorBuffer(output, function.Result, offset + count);
        try
        {
            for (int i = 0; i < count; i++)
            {
                if (AggregateState.Error(states[i]) is var error and not 0)
                    ExceptionDispatchInfo.Throw(kept[error % kept.Length]!);
                function.CompleteState(AggregateState.Payload(states[i]), new Vector(buffer), offset + i);
            }
        }
        finally
        {
            buffer.Invalidate();
        }
    }

    private void Update(nint state, DataChunk input, int start, int end)
    {
        if (AggregateState.Error(state) != 0)
            return;
        try
        {
            function.UpdateState(AggregateState.Payload(state), input, start, end);
        }
        catch (Exception e)
        {
            AggregateState.Error(state) = Keep(e);
        }
    }

    private long Keep(Exception error)
    {
        long number = Interlocked.Increment(ref lastKept);
        Volatile.Write(ref kept[number % kept.Length], error);
        return number;
    }

    private static bool Has(ReadOnlySpan<ulong> mask, int row) => (mask[row >> 6] & (1UL << row)) != 0;
}
