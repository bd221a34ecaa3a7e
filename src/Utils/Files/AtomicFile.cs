using System.Text;

namespace SparkEtl.Utils.Files;

/// <summary>
/// Writes files that are seen either as they were before or complete: the content goes to a temporary file in the same directory, is
/// flushed to the disk and takes the file's name. When anything fails, the temporary file is removed.
/// </summary>
public static class AtomicFile
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes text as UTF-8.</summary>
    /// <param name="path">The file; its directory is made when it does not exist.</param>
    /// <param name="text">The whole content.</param>
    /// <exception cref="FileWriteException">The disk, the directory or a permission does not allow it.</exception>
    public static void Write(string path, string text) => Write(path, stream => stream.Write(s_utf8.GetBytes(text)));

    /// <summary>Writes what a callback puts into a stream.</summary>
    /// <param name="path">The file; its directory is made when it does not exist.</param>
    /// <param name="write">Writes the content; an error of its own leaves the file as it was.</param>
    /// <exception cref="FileWriteException">The disk, the directory or a permission does not allow it.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string temporary = "";
        try
        {
            string target = Prepare(path, out temporary);
            using (FileStream stream = Open(temporary))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            Publish(temporary, target);
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            throw new FileWriteException(path, e);
        }
        finally
        {
            Remove(temporary);
        }
    }

    /// <summary>Writes what a callback puts into a stream.</summary>
    /// <param name="path">The file; its directory is made when it does not exist.</param>
    /// <param name="write">Writes the content; an error of its own, or being cancelled, leaves the file as it was.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="FileWriteException">The disk, the directory or a permission does not allow it.</exception>
    public static async Task WriteAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        string temporary = "";
        try
        {
            string target = Prepare(path, out temporary);
            FileStream stream = Open(temporary);
            await using (stream.ConfigureAwait(false))
            {
                await write(stream, cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                stream.Flush(flushToDisk: true);
            }
            Publish(temporary, target);
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            throw new FileWriteException(path, e);
        }
        finally
        {
            Remove(temporary);
        }
    }

    private static FileStream Open(string temporary) => new(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

    // A link stays a link: the file it leads to is replaced.
    private static string Prepare(string path, out string temporary)
    {
        bool isLink = new FileInfo(path).LinkTarget is not null;
        string target = Path.GetFullPath(isLink ? File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName : path);
        string directory = Path.GetDirectoryName(target) ?? throw new IOException("the path names no file");
        Directory.CreateDirectory(directory);
        temporary = Path.Combine(directory, $".{Path.GetRandomFileName()}.tmp");
        return target;
    }

    private static void Publish(string temporary, string target)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        File.Move(temporary, target, overwrite: true);
    }

    private static bool IsOfTheDisk(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" };

    // Gone after a success; a failure to remove it must not hide the failure that came before.
    private static void Remove(string temporary)
    {
        try
        {
            if (temporary.Length > 0) File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
