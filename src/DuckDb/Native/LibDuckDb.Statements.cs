using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb.Native;

/// <summary>Statements, their parameters, and results.</summary>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(Name, EntryPoint = "duckdb_prepare", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Prepare(ConnectionHandle connection, string sql, out StatementHandle statement);

    [LibraryImport(Name, EntryPoint = "duckdb_prepare_error")]
    internal static partial nint PrepareError(StatementHandle statement);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_prepare")]
    internal static partial void DestroyPrepare(ref nint statement);

    [LibraryImport(Name, EntryPoint = "duckdb_extract_statements", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ulong ExtractStatements(ConnectionHandle connection, string sql, out ExtractedHandle statements);

    [LibraryImport(Name, EntryPoint = "duckdb_extract_statements_error")]
    internal static partial nint ExtractStatementsError(ExtractedHandle statements);

    [LibraryImport(Name, EntryPoint = "duckdb_prepare_extracted_statement")]
    internal static partial int PrepareExtracted(
        ConnectionHandle connection, ExtractedHandle statements, ulong index, out StatementHandle statement);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_extracted")]
    internal static partial void DestroyExtracted(ref nint statements);

    [LibraryImport(Name, EntryPoint = "duckdb_prepared_statement_type")]
    internal static partial int PreparedStatementType(StatementHandle statement);

    [LibraryImport(Name, EntryPoint = "duckdb_prepared_statement_column_count")]
    internal static partial ulong PreparedColumnCount(StatementHandle statement);

    [LibraryImport(Name, EntryPoint = "duckdb_prepared_statement_column_name")]
    internal static partial nint PreparedColumnName(StatementHandle statement, ulong column);

    [LibraryImport(Name, EntryPoint = "duckdb_prepared_statement_column_logical_type")]
    internal static partial LogicalTypeHandle PreparedColumnType(StatementHandle statement, ulong column);

    [LibraryImport(Name, EntryPoint = "duckdb_nparams")]
    internal static partial ulong ParameterCount(StatementHandle statement);

    [LibraryImport(Name, EntryPoint = "duckdb_param_logical_type")]
    internal static partial LogicalTypeHandle ParameterType(StatementHandle statement, ulong index);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_value")]
    internal static partial int BindValue(StatementHandle statement, ulong index, ValueHandle value);

    [LibraryImport(Name, EntryPoint = "duckdb_pending_prepared")]
    internal static partial int PendingPrepared(StatementHandle statement, out PendingHandle pending);

    [LibraryImport(Name, EntryPoint = "duckdb_pending_prepared_streaming")]
    internal static partial int PendingPreparedStreaming(StatementHandle statement, out PendingHandle pending);

    [LibraryImport(Name, EntryPoint = "duckdb_pending_error")]
    internal static partial nint PendingError(PendingHandle pending);

    [LibraryImport(Name, EntryPoint = "duckdb_execute_pending")]
    internal static partial int ExecutePending(PendingHandle pending, NativeResult* result);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_pending")]
    internal static partial void DestroyPending(ref nint pending);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_result")]
    internal static partial void DestroyResult(NativeResult* result);

    [LibraryImport(Name, EntryPoint = "duckdb_result_error")]
    internal static partial nint ResultError(NativeResult* result);

    [LibraryImport(Name, EntryPoint = "duckdb_result_error_type")]
    internal static partial int ResultErrorType(NativeResult* result);

    [LibraryImport(Name, EntryPoint = "duckdb_column_count")]
    internal static partial ulong ColumnCount(NativeResult* result);

    [LibraryImport(Name, EntryPoint = "duckdb_column_name")]
    internal static partial nint ColumnName(NativeResult* result, ulong column);

    [LibraryImport(Name, EntryPoint = "duckdb_column_logical_type")]
    internal static partial LogicalTypeHandle ColumnType(NativeResult* result, ulong column);

    [LibraryImport(Name, EntryPoint = "duckdb_rows_changed")]
    internal static partial ulong RowsChanged(NativeResult* result);

    [LibraryImport(Name, EntryPoint = "duckdb_fetch_chunk")]
    internal static partial nint FetchChunk(NativeResult result);
}
