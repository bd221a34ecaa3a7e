namespace SparkEtl.DuckDb;

/// <summary>
/// The words DuckDB puts before a message. Where the C API gives a message but no number (preparing a statement, a pending one)
/// they are the only trace of the kind.
/// </summary>
internal static class DuckDbErrorKinds
{
    private const string Separator = " Error: ";

    /// <summary>The kind named by the first words of a message; Invalid when they name none.</summary>
    internal static DuckDbErrorType OfMessage(string message)
    {
        int end = message.IndexOf(Separator, StringComparison.Ordinal);
        return end < 0 ? DuckDbErrorType.Invalid : OfWords(message[..end]) ?? DuckDbErrorType.Invalid;
    }

    /// <summary>The message without the words of its kind.</summary>
    internal static string Detail(string message)
    {
        int end = message.IndexOf(Separator, StringComparison.Ordinal);
        return end >= 0 && OfWords(message[..end]) is not null ? message[(end + Separator.Length)..] : message;
    }

    private static DuckDbErrorType? OfWords(string words) => words switch
    {
        "Invalid" => DuckDbErrorType.Invalid,
        "Out of Range" => DuckDbErrorType.OutOfRange,
        "Conversion" => DuckDbErrorType.Conversion,
        "Unknown Type" => DuckDbErrorType.UnknownType,
        "Decimal" => DuckDbErrorType.Decimal,
        "Mismatch Type" => DuckDbErrorType.MismatchType,
        "Divide by Zero" => DuckDbErrorType.DivideByZero,
        "Object Size" => DuckDbErrorType.ObjectSize,
        "Invalid type" => DuckDbErrorType.InvalidType,
        "Serialization" => DuckDbErrorType.Serialization,
        "TransactionContext" => DuckDbErrorType.Transaction,
        "Not implemented" => DuckDbErrorType.NotImplemented,
        "Expression" => DuckDbErrorType.Expression,
        "Catalog" => DuckDbErrorType.Catalog,
        "Parser" => DuckDbErrorType.Parser,
        "Planner" => DuckDbErrorType.Planner,
        "Scheduler" => DuckDbErrorType.Scheduler,
        "Executor" => DuckDbErrorType.Executor,
        "Constraint" => DuckDbErrorType.Constraint,
        "Index" => DuckDbErrorType.Index,
        "Stat" => DuckDbErrorType.Stat,
        "Connection" => DuckDbErrorType.Connection,
        "Syntax" => DuckDbErrorType.Syntax,
        "Settings" => DuckDbErrorType.Settings,
        "Binder" => DuckDbErrorType.Binder,
        "Network" => DuckDbErrorType.Network,
        "Optimizer" => DuckDbErrorType.Optimizer,
        "NullPointer" => DuckDbErrorType.NullPointer,
        "IO" => DuckDbErrorType.Io,
        "INTERRUPT" => DuckDbErrorType.Interrupt,
        "FATAL" => DuckDbErrorType.Fatal,
        "INTERNAL" => DuckDbErrorType.Internal,
        "Invalid Input" => DuckDbErrorType.InvalidInput,
        "Out of Memory" => DuckDbErrorType.OutOfMemory,
        "Permission" => DuckDbErrorType.Permission,
        "Parameter Not Resolved" => DuckDbErrorType.ParameterNotResolved,
        "Parameter Not Allowed" => DuckDbErrorType.ParameterNotAllowed,
        "Dependency" => DuckDbErrorType.Dependency,
        "HTTP" => DuckDbErrorType.Http,
        "Missing Extension" => DuckDbErrorType.MissingExtension,
        "Extension Autoloading" => DuckDbErrorType.Autoload,
        "Sequence" => DuckDbErrorType.Sequence,
        "Invalid Configuration" => DuckDbErrorType.InvalidConfiguration,
        "Data Corruption" => DuckDbErrorType.DataCorruption,
        _ => null,
    };
}
