using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb;

/// <summary>A point in time: in UTC for TIMESTAMP WITH TIME ZONE, on no particular clock for TIMESTAMP.</summary>
/// <param name="Micros">Microseconds since 1970-01-01 00:00:00.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDbTimestamp(long Micros);
