using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb.Native;

/// <summary>Scalar, aggregate and table functions whose bodies are callbacks.</summary>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(Name, EntryPoint = "duckdb_create_scalar_function")]
    internal static partial nint CreateScalarFunction();

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_scalar_function")]
    internal static partial void DestroyScalarFunction(ref nint function);

    [LibraryImport(Name, EntryPoint = "duckdb_scalar_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ScalarSetName(nint function, string name);

    [LibraryImport(Name, EntryPoint = "duckdb_scalar_function_add_parameter")]
    internal static partial void ScalarAddParameter(nint function, LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_scalar_function_set_varargs")]
    internal static partial void ScalarSetVarargs(nint function, LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_scalar_function_set_return_type")]
    internal static partial void ScalarSetReturnType(nint function, LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_scalar_function_set_special_handling")]
    internal static partial void ScalarSetSpecialHandling(nint function);

    [LibraryImport(Name, EntryPoint = "duckdb_scalar_function_set_volatile")]
    internal static partial void ScalarSetVolatile(nint function);

    [LibraryImport(Name, EntryPoint = "duckdb_scalar_function_set_extra_info")]
    internal static partial void ScalarSetExtraInfo(nint function, nint info, delegate* unmanaged<nint, void> destroy);

    [LibraryImport(Name, EntryPoint = "duckdb_scalar_function_get_extra_info")]
    [SuppressGCTransition]
    internal static partial nint ScalarExtraInfo(nint info);

    [LibraryImport(Name, EntryPoint = "duckdb_scalar_function_set_function")]
    internal static partial void ScalarSetFunction(nint function, delegate* unmanaged<nint, nint, nint, void> body);

    [LibraryImport(Name, EntryPoint = "duckdb_scalar_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ScalarSetError(nint info, string message);

    [LibraryImport(Name, EntryPoint = "duckdb_register_scalar_function")]
    internal static partial int RegisterScalar(ConnectionHandle connection, nint function);

    [LibraryImport(Name, EntryPoint = "duckdb_create_aggregate_function")]
    internal static partial nint CreateAggregateFunction();

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_aggregate_function")]
    internal static partial void DestroyAggregateFunction(ref nint function);

    [LibraryImport(Name, EntryPoint = "duckdb_aggregate_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void AggregateSetName(nint function, string name);

    [LibraryImport(Name, EntryPoint = "duckdb_aggregate_function_add_parameter")]
    internal static partial void AggregateAddParameter(nint function, LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_aggregate_function_set_return_type")]
    internal static partial void AggregateSetReturnType(nint function, LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_aggregate_function_set_functions")]
    internal static partial void AggregateSetFunctions(
        nint function,
        delegate* unmanaged<nint, ulong> stateSize,
        delegate* unmanaged<nint, nint, void> initialise,
        delegate* unmanaged<nint, nint, nint*, void> update,
        delegate* unmanaged<nint, nint*, nint*, ulong, void> combine,
        delegate* unmanaged<nint, nint*, nint, ulong, ulong, void> complete);

    [LibraryImport(Name, EntryPoint = "duckdb_aggregate_function_set_destructor")]
    internal static partial void AggregateSetDestructor(nint function, delegate* unmanaged<nint*, ulong, void> destroy);

    [LibraryImport(Name, EntryPoint = "duckdb_aggregate_function_set_special_handling")]
    internal static partial void AggregateSetSpecialHandling(nint function);

    [LibraryImport(Name, EntryPoint = "duckdb_aggregate_function_set_extra_info")]
    internal static partial void AggregateSetExtraInfo(nint function, nint info, delegate* unmanaged<nint, void> destroy);

    [LibraryImport(Name, EntryPoint = "duckdb_aggregate_function_get_extra_info")]
    [SuppressGCTransition]
    internal static partial nint AggregateExtraInfo(nint info);

    [LibraryImport(Name, EntryPoint = "duckdb_aggregate_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void AggregateSetError(nint info, string message);

    [LibraryImport(Name, EntryPoint = "duckdb_register_aggregate_function")]
    internal static partial int RegisterAggregate(ConnectionHandle connection, nint function);

    [LibraryImport(Name, EntryPoint = "duckdb_create_table_function")]
    internal static partial nint CreateTableFunction();

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_table_function")]
    internal static partial void DestroyTableFunction(ref nint function);

    [LibraryImport(Name, EntryPoint = "duckdb_table_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TableSetName(nint function, string name);

    [LibraryImport(Name, EntryPoint = "duckdb_table_function_add_parameter")]
    internal static partial void TableAddParameter(nint function, LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_table_function_set_extra_info")]
    internal static partial void TableSetExtraInfo(nint function, nint info, delegate* unmanaged<nint, void> destroy);

    [LibraryImport(Name, EntryPoint = "duckdb_table_function_set_bind")]
    internal static partial void TableSetBind(nint function, delegate* unmanaged<nint, void> bind);

    [LibraryImport(Name, EntryPoint = "duckdb_table_function_set_init")]
    internal static partial void TableSetInit(nint function, delegate* unmanaged<nint, void> initialise);

    [LibraryImport(Name, EntryPoint = "duckdb_table_function_set_local_init")]
    internal static partial void TableSetLocalInit(nint function, delegate* unmanaged<nint, void> initialise);

    [LibraryImport(Name, EntryPoint = "duckdb_table_function_set_function")]
    internal static partial void TableSetFunction(nint function, delegate* unmanaged<nint, nint, void> scan);

    [LibraryImport(Name, EntryPoint = "duckdb_table_function_supports_projection_pushdown")]
    internal static partial void TableSetProjection(nint function, [MarshalAs(UnmanagedType.U1)] bool supported);

    [LibraryImport(Name, EntryPoint = "duckdb_register_table_function")]
    internal static partial int RegisterTable(ConnectionHandle connection, nint function);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_get_extra_info")]
    internal static partial nint BindExtraInfo(nint info);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_get_parameter_count")]
    internal static partial ulong BindParameterCount(nint info);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_get_parameter")]
    internal static partial ValueHandle BindParameter(nint info, ulong index);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_add_result_column", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void BindAddColumn(nint info, string name, LogicalTypeHandle type);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_set_bind_data")]
    internal static partial void BindSetData(nint info, nint data, delegate* unmanaged<nint, void> destroy);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_set_cardinality")]
    internal static partial void BindSetCardinality(nint info, ulong rows, [MarshalAs(UnmanagedType.U1)] bool exact);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_set_error", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void BindSetError(nint info, string message);

    [LibraryImport(Name, EntryPoint = "duckdb_init_get_bind_data")]
    internal static partial nint InitBindData(nint info);

    [LibraryImport(Name, EntryPoint = "duckdb_init_set_init_data")]
    internal static partial void InitSetData(nint info, nint data, delegate* unmanaged<nint, void> destroy);

    [LibraryImport(Name, EntryPoint = "duckdb_init_get_column_count")]
    internal static partial ulong InitColumnCount(nint info);

    [LibraryImport(Name, EntryPoint = "duckdb_init_get_column_index")]
    internal static partial ulong InitColumnIndex(nint info, ulong index);

    [LibraryImport(Name, EntryPoint = "duckdb_init_set_max_threads")]
    internal static partial void InitSetMaxThreads(nint info, ulong threads);

    [LibraryImport(Name, EntryPoint = "duckdb_init_set_error", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void InitSetError(nint info, string message);

    [LibraryImport(Name, EntryPoint = "duckdb_function_get_init_data")]
    [SuppressGCTransition]
    internal static partial nint FunctionInitData(nint info);

    [LibraryImport(Name, EntryPoint = "duckdb_function_get_local_init_data")]
    [SuppressGCTransition]
    internal static partial nint FunctionLocalInitData(nint info);

    [LibraryImport(Name, EntryPoint = "duckdb_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void FunctionSetError(nint info, string message);
}
