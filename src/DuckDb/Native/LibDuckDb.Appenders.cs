using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb.Native;

/// <summary>Appenders.</summary>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(Name, EntryPoint = "duckdb_appender_create", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int CreateAppender(ConnectionHandle connection, string? schema, string table, out AppenderHandle appender);

    [LibraryImport(Name, EntryPoint = "duckdb_appender_column_count")]
    internal static partial ulong AppenderColumnCount(AppenderHandle appender);

    [LibraryImport(Name, EntryPoint = "duckdb_appender_column_type")]
    internal static partial LogicalTypeHandle AppenderColumnType(AppenderHandle appender, ulong column);

    [LibraryImport(Name, EntryPoint = "duckdb_append_data_chunk")]
    internal static partial int AppendDataChunk(AppenderHandle appender, nint chunk);

    [LibraryImport(Name, EntryPoint = "duckdb_appender_flush")]
    internal static partial int FlushAppender(AppenderHandle appender);

    [LibraryImport(Name, EntryPoint = "duckdb_appender_clear")]
    internal static partial int ClearAppender(AppenderHandle appender);

    [LibraryImport(Name, EntryPoint = "duckdb_appender_destroy")]
    internal static partial int DestroyAppender(ref nint appender);

    [LibraryImport(Name, EntryPoint = "duckdb_appender_error_data")]
    internal static partial nint AppenderErrorData(AppenderHandle appender);

    [LibraryImport(Name, EntryPoint = "duckdb_error_data_error_type")]
    internal static partial int ErrorDataType(nint error);

    [LibraryImport(Name, EntryPoint = "duckdb_error_data_message")]
    internal static partial nint ErrorDataMessage(nint error);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_error_data")]
    internal static partial void DestroyErrorData(ref nint error);
}
