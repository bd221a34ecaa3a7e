using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb.Native;

/// <summary>Single values: parameters of statements, arguments of table functions.</summary>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(Name, EntryPoint = "duckdb_destroy_value")]
    internal static partial void DestroyValue(ref nint value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_null_value")]
    internal static partial ValueHandle CreateNull();

    [LibraryImport(Name, EntryPoint = "duckdb_create_bool")]
    internal static partial ValueHandle CreateBoolean([MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_int8")]
    internal static partial ValueHandle CreateInt8(sbyte value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_int16")]
    internal static partial ValueHandle CreateInt16(short value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_int32")]
    internal static partial ValueHandle CreateInt32(int value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_int64")]
    internal static partial ValueHandle CreateInt64(long value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uint8")]
    internal static partial ValueHandle CreateUInt8(byte value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uint16")]
    internal static partial ValueHandle CreateUInt16(ushort value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uint32")]
    internal static partial ValueHandle CreateUInt32(uint value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uint64")]
    internal static partial ValueHandle CreateUInt64(ulong value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_hugeint")]
    internal static partial ValueHandle CreateHugeInt(NativeHugeInt value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uhugeint")]
    internal static partial ValueHandle CreateUHugeInt(NativeHugeInt value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uuid")]
    internal static partial ValueHandle CreateUuid(NativeHugeInt value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_float")]
    internal static partial ValueHandle CreateFloat(float value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_double")]
    internal static partial ValueHandle CreateDouble(double value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_decimal")]
    internal static partial ValueHandle CreateDecimal(NativeDecimal value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_varchar_length")]
    internal static partial ValueHandle CreateVarchar(byte* text, ulong length);

    [LibraryImport(Name, EntryPoint = "duckdb_create_blob")]
    internal static partial ValueHandle CreateBlob(byte* bytes, ulong length);

    [LibraryImport(Name, EntryPoint = "duckdb_create_date")]
    internal static partial ValueHandle CreateDate(DuckDbDate value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_time")]
    internal static partial ValueHandle CreateTime(DuckDbTime value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_timestamp")]
    internal static partial ValueHandle CreateTimestamp(DuckDbTimestamp value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_timestamp_tz")]
    internal static partial ValueHandle CreateTimestampTz(DuckDbTimestamp value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_interval")]
    internal static partial ValueHandle CreateInterval(DuckDbInterval value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_list_value")]
    internal static partial ValueHandle CreateList(LogicalTypeHandle element, nint* values, ulong count);

    [LibraryImport(Name, EntryPoint = "duckdb_create_struct_value")]
    internal static partial ValueHandle CreateStruct(LogicalTypeHandle type, nint* values);

    [LibraryImport(Name, EntryPoint = "duckdb_create_map_value")]
    internal static partial ValueHandle CreateMap(LogicalTypeHandle type, nint* keys, nint* values, ulong count);

    [LibraryImport(Name, EntryPoint = "duckdb_get_value_type")]
    internal static partial nint ValueType(ValueHandle value);

    [LibraryImport(Name, EntryPoint = "duckdb_is_null_value")]
    internal static partial byte IsNull(ValueHandle value);

    [LibraryImport(Name, EntryPoint = "duckdb_get_bool")]
    internal static partial byte GetBoolean(ValueHandle value);

    [LibraryImport(Name, EntryPoint = "duckdb_get_int64")]
    internal static partial long GetInt64(ValueHandle value);

    [LibraryImport(Name, EntryPoint = "duckdb_get_double")]
    internal static partial double GetDouble(ValueHandle value);

    [LibraryImport(Name, EntryPoint = "duckdb_get_varchar")]
    internal static partial nint GetVarchar(ValueHandle value);
}
