using System.Globalization;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>
/// An open database: one instance of the engine with its own memory and threads. May be used by several threads, each with a
/// connection of its own. A connection that is still open keeps the engine, and the lock on its file, alive.
/// </summary>
public sealed class DuckDbDatabase : IDisposable
{
    private readonly DatabaseHandle handle;
    private readonly FunctionRegistry functions;

    private DuckDbDatabase(DatabaseHandle handle, IReadOnlyDictionary<string, string> settings)
    {
        this.handle = handle;
        functions = new FunctionRegistry(NewConnection());
        try
        {
            using DuckDbConnection setup = Connect();
            foreach ((string name, string value) in settings)
                setup.Execute($"SET GLOBAL {QuoteName(name)} = {QuoteText(value)}");
            if (LibDuckDb.VectorSize() != DataChunk.Capacity)
                throw new DuckDbException($"Found vectors of {LibDuckDb.VectorSize()} rows in libduckdb {Version}, expected {DataChunk.Capacity}. Run scripts/setup.sh for the library this was built for.", DuckDbErrorType.Invalid);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Version of the native library, such as v1.5.6.</summary>
    public static string Version
    {
        get
        {
            NativeLibraryResolver.Install();
            return NativeText.Borrow(LibDuckDb.LibraryVersion()) ?? "";
        }
    }

    /// <summary>Opens a database.</summary>
    /// <param name="options">Which one and how.</param>
    /// <exception cref="DuckDbLibraryNotFoundException">The native library is not there.</exception>
    /// <exception cref="DuckDbException">The file cannot be opened, or a setting is not DuckDB's.</exception>
    public static DuckDbDatabase Open(DuckDbOptions options)
    {
        NativeLibraryResolver.Install();
        _ = LibDuckDb.CreateConfig(out nint config);
        try
        {
            foreach ((string name, string value) in AtOpen(options))
            {
                if (LibDuckDb.SetConfig(config, name, value) != 0)
                    throw new DuckDbException($"DuckDB does not take the setting {name} = '{value}'.", DuckDbErrorType.Settings);
            }
            if (LibDuckDb.Open(options.Path, out DatabaseHandle database, config, out nint error) != 0)
            {
                database.Dispose();
                string message = NativeText.Take(error) ?? $"The database {options.Path} cannot be opened.";
                throw new DuckDbException(message, DuckDbErrorKinds.OfMessage(message));
            }
            return new DuckDbDatabase(database, AfterOpen(options));
        }
        finally
        {
            LibDuckDb.DestroyConfig(ref config);
        }
    }

    /// <summary>Opens a connection. Many may be open at once; each runs one query at a time.</summary>
    public DuckDbConnection Connect()
    {
        var connection = new DuckDbConnection(this, NewConnection());

        // Progress is counted only where it is switched on, and on a connection whose settings are locked only pragmas do that.
        connection.Execute("PRAGMA enable_progress_bar; PRAGMA disable_print_progress_bar");
        return connection;
    }

    internal FunctionRegistry Functions => functions;

    /// <inheritdoc/>
    public void Dispose()
    {
        functions.Dispose();
        handle.Dispose();
    }

    private ConnectionHandle NewConnection() =>
        LibDuckDb.Connect(handle, out ConnectionHandle connection) == 0
            ? connection
            : throw new DuckDbException("The database refused a connection.", DuckDbErrorType.Connection);

    private static IEnumerable<(string Name, string Value)> AtOpen(DuckDbOptions options)
    {
        yield return ("autoinstall_known_extensions", "false");
        yield return ("autoload_known_extensions", "false");
        yield return ("access_mode", options.ReadOnly ? "READ_ONLY" : "AUTOMATIC");
        yield return ("preserve_insertion_order", options.PreserveInsertionOrder ? "true" : "false");
        if (options.MemoryLimit is { } memory)
            yield return ("memory_limit", memory);
        if (options.Threads is { } threads)
            yield return ("threads", threads.ToString(CultureInfo.InvariantCulture));
        if (options.TempDirectory is { } folder)
            yield return ("temp_directory", folder);
        if (options.MaxTempDirectorySize is { } size)
            yield return ("max_temp_directory_size", size);
    }

    /// <summary>Defaults, the caller's settings, then those that stand whatever the caller says; the lock is the last.</summary>
    private static OrderedDictionary<string, string> AfterOpen(DuckDbOptions options)
    {
        var settings = new OrderedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        // Nesting counts as depth, and DuckDB's own limit of 1000 is less than what a statement's stack bears here.
        settings["max_expression_depth"] = "5000";
        foreach ((string name, string value) in options.Settings)
            settings[name] = value;
        (string Name, string Value)[] always =
        [
            ("autoinstall_known_extensions", "false"),
            ("autoload_known_extensions", "false"),
            ("TimeZone", "UTC"),
            .. options.EnableExternalAccess ? Array.Empty<(string, string)>() : [("enable_external_access", "false")],
            ("lock_configuration", "true"),
        ];
        foreach ((string name, string value) in always)
        {
            settings.Remove(name);
            settings.Add(name, value);
        }
        return settings;
    }

    private static string QuoteName(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string QuoteText(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
