using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

/// <summary>
/// Finds the files of a read: a file, the files of a folder, what a pattern matches. Names that start with _ or . do not count. Folders
/// <c>name=value</c> become columns.
/// </summary>
internal static class FileListing
{
    /// <summary>The files of some paths.</summary>
    /// <param name="paths">Files, folders, patterns; also as <c>file:</c> addresses.</param>
    /// <param name="options">recursivefilelookup, pathglobfilter, basepath.</param>
    /// <param name="schema">The user's schema, which types partition columns it names.</param>
    public static FileSet List(Seq<string> paths, ReadOptions options, StructType? schema)
    {
        var recursive = options.Flag("recursivefilelookup", false);
        var only = options.Text("pathglobfilter") is { } filter ? PathPattern.NameMatcher(filter) : null;
        RefuseSpecial(options);
        var given = paths.Map(LocalPath.Of);
        var roots = given.SelectMany(PathPattern.Expand).ToList();
        var found = new SortedDictionary<string, InputFile>(StringComparer.Ordinal);
        var folders = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var root in roots)
        {
            foreach (var file in Files(root))
            {
                if (only is null || only(file.Name))
                {
                    found.TryAdd(file.FullName, new InputFile(file.FullName, file.Length, []));
                    folders.TryAdd(file.FullName, root);
                }
            }
        }

        if (recursive)
        {
            return new FileSet(options.Format, given, found.Values.ToSeq(), new StructType([]));
        }

        var partitions = PartitionFolders.Of(
            [.. found.Keys.Select(f => (File: f, Root: options.Text("basepath") is { } b ? LocalPath.Of(b) : folders[f]))], schema);
        var files = partitions.Schema.Fields.Count > 0
            ? found.Values.Select(f => f with { Partition = partitions.Values[f.Path] })
            : found.Values.Where(f => folders[f.Path] == f.Path || Path.GetDirectoryName(f.Path) == folders[f.Path]);
        return new FileSet(options.Format, given, files.ToSeq(), partitions.Schema);
    }

    /// <summary>Whether a file or folder found in a folder is left out: hidden, or not data.</summary>
    public static bool IsHidden(string name) =>
        name.StartsWith('.') || (name.StartsWith('_') && !name.Contains('=', StringComparison.Ordinal)) || name.EndsWith("._COPYING_", StringComparison.Ordinal);

    private static IEnumerable<FileInfo> Files(string root)
    {
        if (File.Exists(root))
        {
            return [new FileInfo(root)];
        }

        if (!Directory.Exists(root))
        {
            throw PathErrors.NotFound(root);
        }

        var files = new List<FileInfo>();
        try
        {
            Collect(new DirectoryInfo(root), files);
        }
        catch (UnauthorizedAccessException e)
        {
            throw PathErrors.Denied(root, e);
        }

        return files;
    }

    private static void Collect(DirectoryInfo folder, List<FileInfo> files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (IsHidden(entry.Name))
            {
                continue;
            }

            if (entry is DirectoryInfo inner)
            {
                Collect(inner, files);
            }
            else
            {
                files.Add((FileInfo)entry);
            }
        }
    }

    private static void RefuseSpecial(ReadOptions options)
    {
        foreach (var name in (string[])["modifiedbefore", "modifiedafter"])
        {
            if (options.Text(name) is not null)
            {
                throw options.Refused(name, "name the files by path or pattern instead.");
            }
        }

        foreach (var name in (string[])["ignorecorruptfiles", "ignoremissingfiles"])
        {
            if (options.Flag(name, false))
            {
                throw options.Refused(name, "a file that cannot be read is an error here; leave it out by path or pattern.");
            }
        }
    }
}
