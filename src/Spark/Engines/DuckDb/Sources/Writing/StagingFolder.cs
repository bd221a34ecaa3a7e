namespace SparkEtl.Spark.Engines.DuckDb.Sources.Writing;

/// <summary>
/// A folder beside the one to be written, under a lock that the system takes back when the process dies: leftovers without a lock are
/// of dead runs.
/// </summary>
internal sealed class StagingFolder : IDisposable
{
    private const string Mark = ".sparketl-";
    private const string LockSuffix = ".lock";
    private const string OldSuffix = ".old";

    private readonly string target;
    private readonly FileStream @lock;

    private StagingFolder(string target, string path, FileStream @lock)
    {
        this.target = target;
        this.@lock = @lock;
        Path = path;
    }

    /// <summary>Where to write.</summary>
    public string Path { get; }

    private string Old => Path + OldSuffix;

    /// <summary>Creates an empty folder beside the target, and removes what dead runs left there.</summary>
    public static StagingFolder Create(string target)
    {
        var parent = System.IO.Path.GetDirectoryName(target)
            ?? throw WriteErrors.Failed(target, new IOException("The root of a file system is not a folder to write."));
        try
        {
            Directory.CreateDirectory(parent);
            RemoveLeftovers(parent, target);
            var path = System.IO.Path.Combine(parent, $"{Prefix(target)}{Guid.NewGuid():N}");
            var @lock = new FileStream(path + LockSuffix, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
            Directory.CreateDirectory(path);
            return new StagingFolder(target, path, @lock);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw WriteErrors.Failed(target, e);
        }
    }

    /// <summary>Puts the files in place.</summary>
    public void Publish(WriteMode mode)
    {
        if (!OutputFolder.Exists(target))
        {
            Directory.Move(Path, target);
        }
        else if (mode is WriteMode.Overwrite)
        {
            Replace();
        }
        else if (mode is WriteMode.Append)
        {
            Append();
        }
        else
        {
            throw WriteErrors.Exists(target);
        }
    }

    /// <summary>Removes what is left.</summary>
    public void Dispose()
    {
        Delete(Path);
        Delete(Old);
        @lock.Dispose();
        File.Delete(Path + LockSuffix);
    }

    private void Replace()
    {
        if (AtomicExchange.TryExchange(Path, target))
        {
            return;
        }

        Move(target, Old);
        try
        {
            Directory.Move(Path, target);
        }
        catch
        {
            Move(Old, target);
            throw;
        }
    }

    // New files have names of their own, so each move either adds a file or fails; those done are taken back when a later one fails.
    private void Append()
    {
        if (File.Exists(target))
        {
            throw WriteErrors.Failed(target, new IOException("It is a file, and files can be added to a folder only."));
        }

        var moved = new List<string>();
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
            {
                var to = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(Path, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
                var mark = new FileInfo(file).Length == 0 && System.IO.Path.GetFileName(file).StartsWith('_');
                File.Move(file, to, overwrite: mark);
                moved.Add(to);
            }
        }
        catch
        {
            moved.ForEach(File.Delete);
            throw;
        }
    }

    private static string Prefix(string target) => $".{System.IO.Path.GetFileName(target)}{Mark}";

    private static void RemoveLeftovers(string parent, string target)
    {
        foreach (var left in Directory.EnumerateFileSystemEntries(parent, "*").Where(e => System.IO.Path.GetFileName(e).StartsWith(Prefix(target), StringComparison.Ordinal)).ToList())
        {
            var path = left.EndsWith(LockSuffix, StringComparison.Ordinal) ? left[..^LockSuffix.Length]
                : left.EndsWith(OldSuffix, StringComparison.Ordinal) ? left[..^OldSuffix.Length]
                : left;
            if (IsAlive(path + LockSuffix))
            {
                continue;
            }

            if (Directory.Exists(path + OldSuffix) && !OutputFolder.Exists(target))
            {
                Directory.Move(path + OldSuffix, target);
            }

            Delete(path);
            Delete(path + OldSuffix);
            File.Delete(path + LockSuffix);
        }
    }

    private static bool IsAlive(string file)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        try
        {
            new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void Move(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to);
        }
        else
        {
            Directory.Move(from, to);
        }
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }
}
