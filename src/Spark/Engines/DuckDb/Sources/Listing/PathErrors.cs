using SparkEtl.Spark.Sql;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

/// <summary>Errors of paths.</summary>
internal static class PathErrors
{
    private const int MostEntries = 5;

    /// <summary>Nothing is there.</summary>
    public static AnalysisException NotFound(string path)
    {
        var parent = Path.GetDirectoryName(path);
        var name = Path.GetFileName(path);
        while (parent is not null && !Directory.Exists(parent))
        {
            name = Path.GetFileName(parent);
            parent = Path.GetDirectoryName(parent);
        }

        return new AnalysisException("PATH_NOT_FOUND", $"Found nothing at the path {path}. {(parent is null ? "Check the path." : Entries(parent, name))}");
    }

    /// <summary>The system does not let us.</summary>
    public static QueryException Denied(string path, Exception cause) => new(
        "FAILED_READ_FILE", $"Found {path}, but it cannot be read: {cause.Message} Give the user that runs this the right to read it.", cause);

    private static string Entries(string folder, string name)
    {
        string[] entries;
        try
        {
            entries = [.. Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e))];
        }
        catch (UnauthorizedAccessException)
        {
            return $"The folder {folder} cannot be listed by the user that runs this.";
        }

        return entries.Length == 0
            ? $"The folder {folder} is empty."
            : $"Nearest in the folder {folder}: {string.Join(", ", NearestName.Order(name, entries).Take(MostEntries))}.";
    }
}
