using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb;

/// <summary>A span of time in parts that do not convert into each other.</summary>
/// <param name="Months">Months.</param>
/// <param name="Days">Days.</param>
/// <param name="Micros">Microseconds.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDbInterval(int Months, int Days, long Micros);
