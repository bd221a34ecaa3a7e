using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb;

/// <summary>A time of day.</summary>
/// <param name="Micros">Microseconds since midnight.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDbTime(long Micros);
