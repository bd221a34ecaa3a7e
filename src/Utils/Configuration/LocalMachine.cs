using System.Collections;

namespace SparkEtl.Utils.Configuration;

/// <summary>The machine this process runs on.</summary>
public sealed class LocalMachine : IMachine
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Variables { get; } = ReadVariables();

    /// <inheritdoc/>
    public FileRead Read(string path)
    {
        try
        {
            return Directory.Exists(path) ? FileRead.Failed("it is a directory, not a file") : FileRead.Of(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileRead.Missing;
        }
        catch (UnauthorizedAccessException)
        {
            return FileRead.Failed("there is no permission to read it");
        }
        catch (Exception e) when (e is IOException or NotSupportedException or ArgumentException)
        {
            return FileRead.Failed(e.Message);
        }
    }

    private static Dictionary<string, string> ReadVariables()
    {
        var variables = new Dictionary<string, string>(
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        return variables;
    }
}
