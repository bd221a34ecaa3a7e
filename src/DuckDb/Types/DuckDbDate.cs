using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb;

/// <summary>A day in the proleptic Gregorian calendar. Wider than DateOnly: years from -5877641 to 5881580.</summary>
/// <param name="Days">Days since 1970-01-01.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDbDate(int Days);
