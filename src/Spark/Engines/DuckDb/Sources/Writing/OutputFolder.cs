namespace SparkEtl.Spark.Engines.DuckDb.Sources.Writing;

/// <summary>
/// Puts files into a folder, all or nothing: they are written to a folder beside it, which then takes its place. A run that dies leaves the
/// old folder as it was; what it left beside is removed by the next write.
/// </summary>
internal static class OutputFolder
{
    private const string SuccessMark = "_SUCCESS";

    /// <summary>Writes a folder.</summary>
    /// <param name="folder">The folder's full path.</param>
    /// <param name="mode">What to do when it is there already.</param>
    /// <param name="write">Writes the files into the empty folder it is given.</param>
    /// <param name="cancellation">Stops it before the files are put in place.</param>
    public static void Write(string folder, WriteMode mode, Action<string> write, CancellationToken cancellation)
    {
        if (Exists(folder) && mode is WriteMode.ErrorIfExists)
        {
            throw WriteErrors.Exists(folder);
        }

        if (Exists(folder) && mode is WriteMode.Ignore)
        {
            return;
        }

        using var staging = StagingFolder.Create(folder);
        try
        {
            write(staging.Path);
            File.WriteAllBytes(Path.Combine(staging.Path, SuccessMark), []);
            cancellation.ThrowIfCancellationRequested();
            staging.Publish(mode);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw WriteErrors.Failed(folder, e);
        }
    }

    internal static bool Exists(string path) => Directory.Exists(path) || File.Exists(path);
}
