namespace SparkEtl.DuckDb;

/// <summary>DuckDB's kinds of errors, by its own numbers.</summary>
public enum DuckDbErrorType
{
    /// <summary>Not one of the others.</summary>
    Invalid = 0,

    /// <summary>A value does not fit its type.</summary>
    OutOfRange = 1,

    /// <summary>A value cannot be converted.</summary>
    Conversion = 2,

    /// <summary>A type is not known.</summary>
    UnknownType = 3,

    /// <summary>A decimal operation failed.</summary>
    Decimal = 4,

    /// <summary>Types do not match.</summary>
    MismatchType = 5,

    /// <summary>Division by zero.</summary>
    DivideByZero = 6,

    /// <summary>An object is too large.</summary>
    ObjectSize = 7,

    /// <summary>A type is not allowed here.</summary>
    InvalidType = 8,

    /// <summary>A value could not be written or read in DuckDB's own format.</summary>
    Serialization = 9,

    /// <summary>A transaction failed: a conflict, or one that was aborted earlier.</summary>
    Transaction = 10,

    /// <summary>DuckDB does not do this.</summary>
    NotImplemented = 11,

    /// <summary>An expression is wrong.</summary>
    Expression = 12,

    /// <summary>A table, column, function or setting does not exist, or exists already.</summary>
    Catalog = 13,

    /// <summary>The text is not SQL.</summary>
    Parser = 14,

    /// <summary>Planning failed.</summary>
    Planner = 15,

    /// <summary>The scheduler failed.</summary>
    Scheduler = 16,

    /// <summary>Execution failed.</summary>
    Executor = 17,

    /// <summary>A constraint of a table was violated.</summary>
    Constraint = 18,

    /// <summary>An index failed.</summary>
    Index = 19,

    /// <summary>Statistics failed.</summary>
    Stat = 20,

    /// <summary>A connection failed.</summary>
    Connection = 21,

    /// <summary>The text is not SQL.</summary>
    Syntax = 22,

    /// <summary>A setting is wrong.</summary>
    Settings = 23,

    /// <summary>A name or a type does not resolve.</summary>
    Binder = 24,

    /// <summary>The network failed.</summary>
    Network = 25,

    /// <summary>The optimizer failed.</summary>
    Optimizer = 26,

    /// <summary>A null pointer inside DuckDB.</summary>
    NullPointer = 27,

    /// <summary>A file could not be read or written.</summary>
    Io = 28,

    /// <summary>The query was interrupted.</summary>
    Interrupt = 29,

    /// <summary>The database must be opened again.</summary>
    Fatal = 30,

    /// <summary>A defect of DuckDB.</summary>
    Internal = 31,

    /// <summary>An argument is wrong; also the kind of every error that a function written in C# raises.</summary>
    InvalidInput = 32,

    /// <summary>The memory limit does not suffice.</summary>
    OutOfMemory = 33,

    /// <summary>Not permitted by the settings, external access for instance.</summary>
    Permission = 34,

    /// <summary>The type of a parameter could not be inferred.</summary>
    ParameterNotResolved = 35,

    /// <summary>A parameter is not allowed here.</summary>
    ParameterNotAllowed = 36,

    /// <summary>Something else depends on the object.</summary>
    Dependency = 37,

    /// <summary>HTTP failed.</summary>
    Http = 38,

    /// <summary>An extension is not there.</summary>
    MissingExtension = 39,

    /// <summary>An extension could not be loaded.</summary>
    Autoload = 40,

    /// <summary>A sequence failed.</summary>
    Sequence = 41,

    /// <summary>The settings of the database are wrong.</summary>
    InvalidConfiguration = 42,

    /// <summary>A file is damaged.</summary>
    DataCorruption = 43,
}
