using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

/// <summary>A path as written by a user, as a full path of this machine.</summary>
internal static class LocalPath
{
    private const string FileScheme = "file:";

    /// <summary>The full path; addresses of other file systems are refused by name.</summary>
    public static string Of(string path)
    {
        if (path.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase))
        {
            var rest = path[FileScheme.Length..];
            path = rest.StartsWith("//", StringComparison.Ordinal) ? rest[rest.IndexOf('/', 2)..] : rest;
        }
        else if (path.IndexOf("://", StringComparison.Ordinal) is > 0 and var end)
        {
            throw new RefusedException(
                $"A path on {path[..end]}", "the embedded engine reads and writes files of this machine; copy them here, mount the store, or use the engine spark.");
        }

        if (path.Length == 0)
        {
            throw new AnalysisException("PATH_NOT_FOUND", "Found an empty path, expected a file, a folder or a pattern.");
        }

        var full = Path.GetFullPath(path);
        return full.Length > 1 ? full.TrimEnd(Path.DirectorySeparatorChar) : full;
    }
}
