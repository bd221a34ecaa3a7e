using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb.Native;

/// <summary>
/// Data chunks and vectors. Getters that only read a field run without leaving cooperative mode: a chunk costs a dozen of them.
/// </summary>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(Name, EntryPoint = "duckdb_create_data_chunk")]
    internal static partial nint CreateDataChunk(nint* types, ulong count);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_data_chunk")]
    internal static partial void DestroyDataChunk(ref nint chunk);

    [LibraryImport(Name, EntryPoint = "duckdb_data_chunk_reset")]
    internal static partial void ResetDataChunk(nint chunk);

    [LibraryImport(Name, EntryPoint = "duckdb_data_chunk_get_column_count")]
    [SuppressGCTransition]
    internal static partial ulong ChunkColumnCount(nint chunk);

    [LibraryImport(Name, EntryPoint = "duckdb_data_chunk_get_vector")]
    [SuppressGCTransition]
    internal static partial nint ChunkVector(nint chunk, ulong column);

    [LibraryImport(Name, EntryPoint = "duckdb_data_chunk_get_size")]
    [SuppressGCTransition]
    internal static partial ulong ChunkSize(nint chunk);

    [LibraryImport(Name, EntryPoint = "duckdb_data_chunk_set_size")]
    internal static partial void SetChunkSize(nint chunk, ulong size);

    [LibraryImport(Name, EntryPoint = "duckdb_create_vector")]
    internal static partial nint CreateVector(LogicalTypeHandle type, ulong capacity);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_vector")]
    internal static partial void DestroyVector(ref nint vector);

    [LibraryImport(Name, EntryPoint = "duckdb_vector_reference_vector")]
    internal static partial void ReferenceVector(nint target, nint source);

    [LibraryImport(Name, EntryPoint = "duckdb_vector_get_column_type")]
    internal static partial LogicalTypeHandle VectorType(nint vector);

    [LibraryImport(Name, EntryPoint = "duckdb_vector_get_data")]
    [SuppressGCTransition]
    internal static partial void* VectorData(nint vector);

    [LibraryImport(Name, EntryPoint = "duckdb_vector_get_validity")]
    [SuppressGCTransition]
    internal static partial ulong* VectorValidity(nint vector);

    [LibraryImport(Name, EntryPoint = "duckdb_vector_ensure_validity_writable")]
    internal static partial void EnsureValidityWritable(nint vector);

    [LibraryImport(Name, EntryPoint = "duckdb_unsafe_vector_assign_string_element_len")]
    internal static partial void AssignBytes(nint vector, ulong row, byte* bytes, ulong length);

    [LibraryImport(Name, EntryPoint = "duckdb_list_vector_get_child")]
    [SuppressGCTransition]
    internal static partial nint ListChild(nint vector);

    [LibraryImport(Name, EntryPoint = "duckdb_list_vector_get_size")]
    [SuppressGCTransition]
    internal static partial ulong ListSize(nint vector);

    [LibraryImport(Name, EntryPoint = "duckdb_list_vector_set_size")]
    internal static partial int SetListSize(nint vector, ulong size);

    [LibraryImport(Name, EntryPoint = "duckdb_list_vector_reserve")]
    internal static partial int ReserveList(nint vector, ulong capacity);

    [LibraryImport(Name, EntryPoint = "duckdb_struct_vector_get_child")]
    [SuppressGCTransition]
    internal static partial nint StructChild(nint vector, ulong index);

    [LibraryImport(Name, EntryPoint = "duckdb_array_vector_get_child")]
    [SuppressGCTransition]
    internal static partial nint ArrayChild(nint vector);
}
