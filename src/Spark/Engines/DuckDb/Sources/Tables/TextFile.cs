using System.IO.Compression;
using System.Text;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

/// <summary>The bytes of a file of text as UTF-8 without a byte order mark, whatever they are packed in.</summary>
internal sealed class TextFile : IDisposable
{
    private const int BufferSize = 1 << 16;

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly string path;
    private readonly Stream stream;

    // The first bytes, when they are not a mark.
    private byte[] head;

    private TextFile(string path, Stream stream)
    {
        this.path = path;
        this.stream = stream;
        var start = new byte[Mark.Length];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        head = start.AsSpan().SequenceEqual(Mark) ? [] : start[..read];
    }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="encoding">What its bytes mean; null for UTF-8, which is then not checked.</param>
    public static TextFile Open(string path, Encoding? encoding)
    {
        try
        {
            var bytes = Unpacked(path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.SequentialScan));
            return new TextFile(path, encoding is null ? bytes : Encoding.CreateTranscodingStream(bytes, encoding, new UTF8Encoding(false)));
        }
        catch (UnauthorizedAccessException e)
        {
            throw PathErrors.Denied(path, e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>Reads until the buffer is full or the file ends; how many bytes.</summary>
    public int Fill(Span<byte> buffer)
    {
        var given = Math.Min(head.Length, buffer.Length);
        head.AsSpan(0, given).CopyTo(buffer);
        head = head[given..];
        try
        {
            return given + stream.ReadAtLeast(buffer[given..], buffer.Length - given, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static QueryException Unreadable(string path, Exception cause) => new(
        "FAILED_READ_FILE",
        $"The file {path} cannot be read: {cause.Message} If files were replaced or removed since the DataFrame was made, read them again.",
        cause);

    private static Stream Unpacked(string path, FileStream file)
    {
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".GZ":
                return new GZipStream(file, CompressionMode.Decompress);
            case ".DEFLATE":
                return new ZLibStream(file, CompressionMode.Decompress);
            case ".BZ2" or ".ZST" or ".SNAPPY" or ".LZ4" or ".XZ":
                file.Dispose();
                throw new RefusedException(
                    $"Text packed as {Path.GetExtension(path)}", $"the embedded engine unpacks .gz and .deflate; unpack {path}, or pack it with gzip.");
            default:
                return file;
        }
    }
}
