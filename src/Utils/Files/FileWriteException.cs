using SparkEtl.Utils.Errors;

namespace SparkEtl.Utils.Files;

/// <summary>A file could not be written; what was there before is unchanged.</summary>
public sealed class FileWriteException : SparkEtlException
{
    internal FileWriteException(string path, Exception cause)
        : base($"cannot write {path}: {Reason(cause)}; what was there before is unchanged", cause) => Path = path;

    /// <summary>The file's path.</summary>
    public string Path { get; }

    private static string Reason(Exception cause) => cause is UnauthorizedAccessException
        ? "there is no permission, or a directory stands at that name"
        : cause.Message.TrimEnd('.');
}
