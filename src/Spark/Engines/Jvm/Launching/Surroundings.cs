namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>What of the machine decides where Spark and Java are found.</summary>
/// <param name="Variable">A variable of the environment; null when it is not set.</param>
/// <param name="Folders">Where files beside the project are searched from, upwards.</param>
internal sealed record Surroundings(Func<string, string?> Variable, IReadOnlyList<string> Folders)
{
    /// <summary>Those of this process.</summary>
    public static Surroundings OfThisProcess() => new(
        name => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null,
        [AppContext.BaseDirectory, Environment.CurrentDirectory]);

    /// <summary>The folder for what is fetched or unpacked once.</summary>
    public string Cache
    {
        get
        {
            var home = Variable("XDG_CACHE_HOME")
                ?? (OperatingSystem.IsWindows() ? Variable("LOCALAPPDATA") : null)
                ?? Path.Combine(Variable("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(home, "sparketl");
        }
    }

    /// <summary>The folders above the program and above the current directory, those too.</summary>
    public IEnumerable<string> Upwards()
    {
        foreach (var start in Folders)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                yield return folder.FullName;
            }
        }
    }

    /// <summary>A program of the search path; null when there is none.</summary>
    public string? Program(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Variable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }
}
