using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb;

/// <summary>Where the elements of one list or map lie in the child vector.</summary>
/// <param name="Offset">Row of the first element.</param>
/// <param name="Length">How many elements.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct ListEntry(long Offset, long Length);
