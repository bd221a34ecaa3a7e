using System.Runtime.InteropServices;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>Where the library's object for an aggregate function keeps its callbacks, found by what a fresh one looks like.</summary>
internal sealed unsafe class AggregateLayout
{
    /// <summary>Words of the object that may be looked at: fewer than it has.</summary>
    private const int Words = 40;

    /// <summary>Code and tables of the library lie this close to each other.</summary>
    private const nint LibraryBytes = 1 << 28;

    private readonly nint update;

    private AggregateLayout(int updateManyIndex, nint update)
    {
        UpdateManyIndex = updateManyIndex;
        this.update = update;
        VectorSize = MeasureVector();
    }

    /// <summary>The word with the update of many states.</summary>
    internal int UpdateManyIndex { get; }

    /// <summary>The word with the update of a single state.</summary>
    internal int UpdateSingleIndex => UpdateManyIndex + 3;

    /// <summary>The word with the destructor of states, 0 where there is none.</summary>
    internal int DestructorIndex => UpdateManyIndex + 7;

    /// <summary>Bytes of a vector object; vectors of a chunk lie one after the other.</summary>
    internal int VectorSize { get; }

    /// <summary>The library's own update of many states.</summary>
    internal void Update(nint inputs, nint inputData, ulong inputCount, nint states, ulong rows) =>
        ((delegate* unmanaged<nint, nint, ulong, nint, ulong, void>)update)(inputs, inputData, inputCount, states, rows);

    /// <exception cref="DuckDbException">The object is not built as expected.</exception>
    internal static AggregateLayout Find()
    {
        nint function = LibDuckDb.CreateAggregateFunction();
        try
        {
            // State size, initialise, update, combine, complete; the update of a single state and two callbacks for windows, unset;
            // bind; the destructor, unset until it is set.
            nint* words = (nint*)function;
            for (int first = 1; first + 9 < Words; first++)
            {
                bool matches = Enumerable.Range(first, 5).All(i => IsCode(function, i)) && words[first + 5] == 0 && words[first + 6] == 0
                    && words[first + 7] == 0 && IsCode(function, first + 8) && words[first + 9] == 0;
                if (!matches)
                    continue;
                LibDuckDb.AggregateSetDestructor(function, &Nothing);
                if (IsCode(function, first + 9))
                    return new AggregateLayout(first + 2, words[first + 2]);
            }
            throw new DuckDbException($"The aggregate functions of libduckdb {DuckDbDatabase.Version} are not built as expected. Run scripts/setup.sh for the library this was built for.", DuckDbErrorType.Invalid);
        }
        finally
        {
            LibDuckDb.DestroyAggregateFunction(ref function);
        }
    }

    /// <summary>Whether a word of the object points into the library, as its first one does.</summary>
    private static bool IsCode(nint function, int index)
    {
        nint word = ((nint*)function)[index];
        return word != 0 && Math.Abs(word - *(nint*)function) < LibraryBytes;
    }

    private static int MeasureVector()
    {
        using LogicalTypeHandle type = LogicalTypes.ToNative(DuckDbType.Boolean);
        nint* types = stackalloc nint[] { type.DangerousGetHandle(), type.DangerousGetHandle() };
        nint chunk = LibDuckDb.CreateDataChunk(types, 2);
        int size = (int)(LibDuckDb.ChunkVector(chunk, 1) - LibDuckDb.ChunkVector(chunk, 0));
        LibDuckDb.DestroyDataChunk(ref chunk);
        return size;
    }

    [UnmanagedCallersOnly]
    private static void Nothing(nint* states, ulong count)
    {
    }
}
