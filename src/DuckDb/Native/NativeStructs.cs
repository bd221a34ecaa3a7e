using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb.Native;

/// <summary>duckdb_result: only the last field is used, the size is what counts.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    internal ulong ColumnCount;
    internal ulong RowCount;
    internal ulong RowsChanged;
    internal nint Columns;
    internal nint Error;
    internal nint Data;
}

/// <summary>duckdb_query_progress_type: the percentage is -1 when nothing runs.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeProgress
{
    internal double Percentage;
    internal ulong RowsProcessed;
    internal ulong RowsTotal;
}

/// <summary>duckdb_hugeint and duckdb_uhugeint. Int128 itself would be passed by another calling convention.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeHugeInt
{
    internal ulong Lower;
    internal ulong Upper;

    internal static NativeHugeInt From(Int128 value) => From((UInt128)value);

    internal static NativeHugeInt From(UInt128 value) => new() { Lower = (ulong)value, Upper = (ulong)(value >> 64) };
}

/// <summary>duckdb_decimal.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeDecimal
{
    internal byte Width;
    internal byte Scale;
    internal NativeHugeInt Value;
}
