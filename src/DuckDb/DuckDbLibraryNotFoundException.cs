using SparkEtl.Utils.Errors;

namespace SparkEtl.DuckDb;

/// <summary>The native library is in none of its places. The message names them, and the command that fetches it.</summary>
public sealed class DuckDbLibraryNotFoundException : SparkEtlException
{
    /// <summary>Creates the error.</summary>
    /// <param name="fileName">The file looked for.</param>
    /// <param name="rid">The platform, such as linux-x64.</param>
    /// <param name="places">The paths looked at, in order.</param>
    public DuckDbLibraryNotFoundException(string fileName, string rid, IReadOnlyList<string> places)
        : base($"Found no {fileName} for {rid}, the native library of the embedded engine. Run scripts/setup.sh, which fetches it, or name the file in SPARKETL_DUCKDB_LIBRARY. Looked at: {string.Join(", ", places)}.") =>
        Places = places;

    /// <summary>The paths looked at, in order.</summary>
    public IReadOnlyList<string> Places { get; }
}
