using System.IO.Compression;
using System.Text;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Writing;

/// <summary>What written text becomes on its way into a file: it is encoded, and packed.</summary>
/// <param name="Suffix">What a file's name ends with, behind the format: <c>.gz</c>, or nothing.</param>
/// <param name="Encoding">The encoding; null for UTF-8.</param>
internal sealed record TextPacking(string Suffix, Encoding? Encoding)
{
    private const int BufferSize = 1 << 16;

    private const string Gzip = ".gz";

    /// <summary>What the options compression (or codec) and encoding say.</summary>
    public static TextPacking Of(ReadOptions options)
    {
        const string Name = "compression";
        var codec = options.Text(Name, "codec") ?? "none";
        var suffix = codec.ToUpperInvariant() switch
        {
            "NONE" or "UNCOMPRESSED" => "",
            "GZIP" => Gzip,
            "BZIP2" or "DEFLATE" or "LZ4" or "SNAPPY" => throw options.Refused($"{Name}={codec}", "the embedded engine writes gzip or none."),
            _ => throw options.Invalid(Name, codec, "gzip or none"),
        };
        return new TextPacking(suffix, Tables.TextOptions.Encoding(options) is { } encoding ? Plain(encoding) : null);
    }

    /// <summary>Opens a file to add text to it, given as UTF-8. What is added to a packed file is a member of its own.</summary>
    public Stream Append(string path)
    {
        Stream stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, BufferSize);
        if (Suffix == Gzip)
        {
            stream = new GZipStream(stream, CompressionLevel.Optimal);
        }

        return Encoding is null ? stream : System.Text.Encoding.CreateTranscodingStream(stream, Encoding, new UTF8Encoding(false));
    }

    // A character that the encoding lacks becomes a question mark, as in Java, and not one that looks like it.
    private static Encoding Plain(Encoding encoding)
    {
        var plain = (Encoding)encoding.Clone();
        plain.EncoderFallback = new EncoderReplacementFallback("?");
        return plain;
    }
}
