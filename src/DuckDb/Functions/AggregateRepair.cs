using System.Runtime.InteropServices;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>
/// Puts right three things that the C API gets wrong for aggregate functions, by putting callbacks of our own into the library's object
/// after checking that it is built as expected.
/// <list type="bullet">
/// <item>The update of a single state is missing. Where DuckDB has only one (a window that is the whole partition, an aggregate with
/// ORDER BY) it calls the update of many states with an array of one, and the rows after the first would be added to whatever lies
/// behind that array.</item>
/// <item>The update of many states flattens the caller's vectors in place. Where DuckDB moves one row after the other through the same
/// vectors (a running window without ORDER BY), every row after the first would be the first one again.</item>
/// <item>The destructor of states finds ours through what the plan keeps of the function. An aggregate without GROUP BY destroys its
/// states after that is gone, and jumps to whatever lies there now.</item>
/// </list>
/// The updates pass on to the library's own update, which calls ours. What that throws stays in the state: nothing may be thrown through
/// these frames by the library.
/// </summary>
internal static unsafe class AggregateRepair
{
    private static readonly Lazy<AggregateLayout> Layout = new(AggregateLayout.Find);

    /// <summary>Repairs a function on which everything else is set.</summary>
    internal static void Apply(nint function)
    {
        delegate* unmanaged<nint, nint, ulong, nint, ulong, void> many = &UpdateMany;
        delegate* unmanaged<nint, nint, ulong, nint, ulong, void> single = &UpdateSingle;
        ((nint*)function)[Layout.Value.UpdateManyIndex] = (nint)many;
        ((nint*)function)[Layout.Value.UpdateSingleIndex] = (nint)single;
        if (((nint*)function)[Layout.Value.DestructorIndex] != 0)
        {
            delegate* unmanaged<nint, nint, ulong, void> destroy = &Destroy;
            ((nint*)function)[Layout.Value.DestructorIndex] = (nint)destroy;
        }
    }

    [UnmanagedCallersOnly]
    private static void Destroy(nint states, nint inputData, ulong count) =>
        AggregateCallbacks.FreeStates((nint*)LibDuckDb.VectorData(states), count);

    [UnmanagedCallersOnly]
    private static void UpdateMany(nint inputs, nint inputData, ulong inputCount, nint states, ulong rows)
    {
        if (rows > 1 || inputCount == 0)
            Layout.Value.Update(inputs, inputData, inputCount, states, rows);
        else
            UpdateWithOwnVectors(inputs, inputData, inputCount, states, rows);
    }

    [UnmanagedCallersOnly]
    private static void UpdateSingle(nint inputs, nint inputData, ulong inputCount, nint state, ulong rows)
    {
        // A number of 64 bits is as good as an address.
        using LogicalTypeHandle address = LibDuckDb.CreateLogicalType((int)DuckDbTypeKind.UBigInt);
        nint states = LibDuckDb.CreateVector(address, rows);
        new Span<nint>(LibDuckDb.VectorData(states), (int)rows).Fill(state);
        if (rows > 1 || inputCount == 0)
            Layout.Value.Update(inputs, inputData, inputCount, states, rows);
        else
            UpdateWithOwnVectors(inputs, inputData, inputCount, states, rows);
        LibDuckDb.DestroyVector(ref states);
    }

    /// <summary>Leaves the caller's vectors as they are: others refer to the same rows and are flattened instead.</summary>
    private static void UpdateWithOwnVectors(nint inputs, nint inputData, ulong inputCount, nint states, ulong rows)
    {
        var types = new LogicalTypeHandle[inputCount];
        nint* pointers = stackalloc nint[(int)inputCount];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = LibDuckDb.VectorType(inputs + (i * Layout.Value.VectorSize));
            pointers[i] = types[i].DangerousGetHandle();
        }
        nint chunk = LibDuckDb.CreateDataChunk(pointers, inputCount);
        for (int i = 0; i < types.Length; i++)
        {
            LibDuckDb.ReferenceVector(LibDuckDb.ChunkVector(chunk, (ulong)i), inputs + (i * Layout.Value.VectorSize));
            types[i].Dispose();
        }
        Layout.Value.Update(LibDuckDb.ChunkVector(chunk, 0), inputData, inputCount, states, rows);
        LibDuckDb.DestroyDataChunk(ref chunk);
    }
}
