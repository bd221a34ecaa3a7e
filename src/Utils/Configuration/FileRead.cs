namespace SparkEtl.Utils.Configuration;

/// <summary>What came of reading a file: its bytes, or why there are none.</summary>
public sealed record FileRead
{
    private FileRead(ReadOnlyMemory<byte> bytes, string? failure, bool isMissing) => (Bytes, Failure, IsMissing) = (bytes, failure, isMissing);

    /// <summary>There is no file of that name.</summary>
    public static FileRead Missing { get; } = new(default, "there is no such file", true);

    /// <summary>The file's content; empty when it could not be read.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Why the file could not be read, as the end of a sentence; null when it was read.</summary>
    public string? Failure { get; }

    /// <summary>Whether there is no file of that name.</summary>
    public bool IsMissing { get; }

    /// <summary>The file was read.</summary>
    /// <param name="bytes">Its content.</param>
    public static FileRead Of(ReadOnlyMemory<byte> bytes) => new(bytes, null, false);

    /// <summary>The file is there and could not be read.</summary>
    /// <param name="reason">Why, as the end of a sentence: <c>it is a directory</c>.</param>
    public static FileRead Failed(string reason) => new(default, reason, false);
}
