using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Writing;

/// <summary>Errors of writing.</summary>
internal static class WriteErrors
{
    /// <summary>The folder is there already.</summary>
    public static AnalysisException Exists(string folder) => new(
        "PATH_ALREADY_EXISTS", $"Found {folder}, expected nothing there. Choose another path, or the mode append, overwrite or ignore.");

    /// <summary>The system refused.</summary>
    public static QueryException Failed(string folder, Exception cause) => new(
        "TASK_WRITE_FAILED", $"{folder} cannot be written: {cause.Message} What was there before is untouched. {NextStep(cause)}", cause);

    private static string NextStep(Exception cause) =>
        cause is UnauthorizedAccessException || cause.Message.Contains("ermission", StringComparison.Ordinal)
            ? "Give the user that runs this the right to write there."
            : cause.Message.Contains("No space", StringComparison.OrdinalIgnoreCase) || cause.Message.Contains("not enough space", StringComparison.OrdinalIgnoreCase)
                ? "Free some space on that disk, or write elsewhere."
                : "Check the disk and the path, and run again.";
}
