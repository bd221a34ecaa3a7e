using System.Runtime.CompilerServices;

namespace SparkEtl.DuckDb;

/// <summary>
/// A group's state in the library's memory: the number of the error that ended it, 0 for none, then what the function keeps.
/// <para>
/// Errors wait in the state until it is completed. Reported earlier they would do harm: while DuckDB builds the tree of a moving
/// window, threads wait for each other without looking for errors, and would for ever.
/// </para>
/// </summary>
internal static unsafe class AggregateState
{
    internal const int HeaderSize = sizeof(long);

    internal static ref long Error(nint state) => ref Unsafe.AsRef<long>((void*)state);

    internal static nint Payload(nint state) => state + HeaderSize;
}
