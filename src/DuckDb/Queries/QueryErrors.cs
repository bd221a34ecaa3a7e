using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>What the library reports, as exceptions.</summary>
internal static unsafe class QueryErrors
{
    internal static Exception Of(ResultHandle result, CallbackErrors callbacks, CancellationToken ct) => Of(
        NativeText.Borrow(LibDuckDb.ResultError(result.Pointer)) ?? "The query failed without a message.",
        (DuckDbErrorType)LibDuckDb.ResultErrorType(result.Pointer),
        callbacks,
        ct);

    internal static Exception Of(string message, DuckDbErrorType type, CallbackErrors callbacks, CancellationToken ct)
    {
        if (type == DuckDbErrorType.Interrupt)
            return new OperationCanceledException("The query was stopped.", ct);
        return new DuckDbException(message, type, callbacks.Take(DuckDbErrorKinds.Detail(message)));
    }
}
