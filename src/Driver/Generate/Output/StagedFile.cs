namespace SparkEtl.Driver.Generate.Output;

/// <summary>
/// A file that is written under a temporary name beside its own, and takes its own only when it is told to: several that belong
/// together can wait for each other, and a library that wants a path instead of a stream can write it.
/// </summary>
internal sealed class StagedFile : IDisposable
{
    private bool _published;

    /// <summary>Names the file; nothing is written yet.</summary>
    /// <param name="path">Full path it will have in the end.</param>
    public StagedFile(string path)
    {
        FinalPath = path;
        Path = System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(path)!, $".{System.IO.Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
    }

    /// <summary>Where to write.</summary>
    public string Path { get; }

    public string FinalPath { get; }

    /// <summary>Gives the file its own name, in place of any file that had it.</summary>
    public void Publish()
    {
        File.Move(Path, FinalPath, overwrite: true);
        _published = true;
    }

    /// <summary>Removes the file unless it was published.</summary>
    public void Dispose()
    {
        if (!_published)
            File.Delete(Path);
    }
}
