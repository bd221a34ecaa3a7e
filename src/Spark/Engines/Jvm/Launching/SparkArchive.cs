using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>
/// Unpacks a distribution once. A folder in the cache is always whole: it is unpacked under another name and then renamed, so that a killed
/// unpacking leaves nothing that looks ready, and of two at once the second takes the first one's.
/// </summary>
internal static partial class SparkArchive
{
    private const string Unfinished = ".unpack.";
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>The version that the archive's name tells; null when it tells none.</summary>
    public static Version? VersionOf(string archive) =>
        Name().Match(Path.GetFileName(archive)) is { Success: true } match ? Version.Parse(match.Groups[1].Value) : null;

    /// <summary>The folder with the archive's content; unpacks it when it is not there yet.</summary>
    /// <exception cref="LaunchException">It cannot be unpacked.</exception>
    public static string Unpack(string archive, string cache)
    {
        var home = Path.Combine(cache, Suffix().Replace(Path.GetFileName(archive), string.Empty));
        if (Directory.Exists(home))
        {
            return home;
        }

        Directory.CreateDirectory(cache);
        RemoveAbandoned(cache);
        var work = Directory.CreateDirectory(Path.Combine(cache, Unfinished + Path.GetRandomFileName())).FullName;
        try
        {
            Extract(archive, work);

            // The archive has one folder at its top, or is the content of it.
            var content = Directory.Exists(Path.Combine(work, "jars")) ? work : Directory.GetDirectories(work) is [var only] ? only : work;
            Directory.Move(content, home);
        }
        catch (IOException) when (Directory.Exists(home))
        {
            // Another process was first; what it put in place is whole.
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }

        return home;
    }

    private static void Extract(string archive, string folder)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo("tar", ["-xf", Path.GetFullPath(archive), "-C", folder]) { RedirectStandardError = true })!;
        }
        catch (Win32Exception e)
        {
            throw new LaunchException($"{archive} cannot be unpacked: the program tar was not found. Install it, or unpack the archive yourself and set SPARK_HOME.", e);
        }

        using (process)
        {
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new LaunchException(
                    $"{archive} cannot be unpacked into {folder}: {errors.Trim()} Check that the archive is whole and that the disk has about 500 MB free.");
            }
        }
    }

    // What a killed unpacking left. One that still runs is younger.
    private static void RemoveAbandoned(string cache)
    {
        foreach (var folder in Directory.EnumerateDirectories(cache, Unfinished + "*"))
        {
            try
            {
                if (TimeProvider.System.GetUtcNow() - Directory.GetLastWriteTimeUtc(folder) > Abandoned)
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another process removes it, or it is another user's: it harms nobody.
            }
        }
    }

    [GeneratedRegex(@"^spark-(\d+\.\d+\.\d+)")]
    private static partial Regex Name();

    [GeneratedRegex(@"\.(tar\.\w+|tgz|tar)$")]
    private static partial Regex Suffix();
}
