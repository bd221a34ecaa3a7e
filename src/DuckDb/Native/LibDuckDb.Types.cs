using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb.Native;

/// <summary>Logical types.</summary>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(Name, EntryPoint = "duckdb_create_logical_type")]
    internal static partial LogicalTypeHandle CreateLogicalType(int kind);

    [LibraryImport(Name, EntryPoint = "duckdb_create_decimal_type")]
    internal static partial LogicalTypeHandle CreateDecimalType(byte width, byte scale);

    [LibraryImport(Name, EntryPoint = "duckdb_create_list_type")]
    internal static partial LogicalTypeHandle CreateListType(LogicalTypeHandle element);

    [LibraryImport(Name, EntryPoint = "duckdb_create_array_type")]
    internal static partial LogicalTypeHandle CreateArrayType(LogicalTypeHandle element, ulong length);

    [LibraryImport(Name, EntryPoint = "duckdb_create_map_type")]
    internal static partial LogicalTypeHandle CreateMapType(LogicalTypeHandle key, LogicalTypeHandle value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_struct_type")]
    internal static partial LogicalTypeHandle CreateStructType(nint* fields, nint* names, ulong count);

    [LibraryImport(Name, EntryPoint = "duckdb_create_enum_type")]
    internal static partial LogicalTypeHandle CreateEnumType(nint* names, ulong count);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_logical_type")]
    internal static partial void DestroyLogicalType(ref nint type);

    [LibraryImport(Name, EntryPoint = "duckdb_get_type_id")]
    internal static partial int TypeId(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_logical_type_get_alias")]
    internal static partial nint TypeAlias(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_decimal_width")]
    internal static partial byte DecimalWidth(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_decimal_scale")]
    internal static partial byte DecimalScale(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_list_type_child_type")]
    internal static partial LogicalTypeHandle ListElementType(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_array_type_child_type")]
    internal static partial LogicalTypeHandle ArrayElementType(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_array_type_array_size")]
    internal static partial ulong ArrayLength(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_map_type_key_type")]
    internal static partial LogicalTypeHandle MapKeyType(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_map_type_value_type")]
    internal static partial LogicalTypeHandle MapValueType(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_struct_type_child_count")]
    internal static partial ulong StructFieldCount(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_struct_type_child_name")]
    internal static partial nint StructFieldName(LogicalTypeHandle type, ulong index);

    [LibraryImport(Name, EntryPoint = "duckdb_struct_type_child_type")]
    internal static partial LogicalTypeHandle StructFieldType(LogicalTypeHandle type, ulong index);

    [LibraryImport(Name, EntryPoint = "duckdb_union_type_member_count")]
    internal static partial ulong UnionMemberCount(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_union_type_member_name")]
    internal static partial nint UnionMemberName(LogicalTypeHandle type, ulong index);

    [LibraryImport(Name, EntryPoint = "duckdb_union_type_member_type")]
    internal static partial LogicalTypeHandle UnionMemberType(LogicalTypeHandle type, ulong index);

    [LibraryImport(Name, EntryPoint = "duckdb_enum_dictionary_size")]
    internal static partial uint EnumSize(LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_enum_dictionary_value")]
    internal static partial nint EnumName(LogicalTypeHandle type, ulong index);
}
