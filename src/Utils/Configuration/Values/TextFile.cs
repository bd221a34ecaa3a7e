using System.Text;

namespace SparkEtl.Utils.Configuration.Values;

/// <summary>A file's text, or why it cannot be had.</summary>
internal sealed record TextFile(string? Text, string? Failure, bool IsMissing = false, int Line = 0, int Column = 0)
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TextFile Read(IMachine machine, string path)
    {
        FileRead read = machine.Read(path);
        if (read.Failure is not null) return new TextFile(null, read.Failure, read.IsMissing);
        ReadOnlySpan<byte> bytes = read.Bytes.Span;
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            return new TextFile(s_strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException e)
        {
            int at = Math.Clamp(e.Index, 0, bytes.Length - 1);
            int lineStart = bytes[..at].LastIndexOf((byte)'\n') + 1;
            return new TextFile(
                null,
                $"byte 0x{bytes[at]:X2} is not UTF-8; save the file as UTF-8",
                Line: bytes[..at].Count((byte)'\n') + 1,
                Column: Encoding.UTF8.GetCharCount(bytes[lineStart..at]) + 1);
        }
    }
}
