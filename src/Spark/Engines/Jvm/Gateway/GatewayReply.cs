using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Engines.Jvm.Gateway;

/// <summary>An answer of the gateway, read.</summary>
internal static class GatewayReply
{
    private const int Mark = 2;

    /// <summary>Whether the answer is a value, and not an error.</summary>
    public static bool IsValue(ReadOnlySpan<byte> line) => line.StartsWith("!y"u8);

    /// <summary>The id of the error that a call raised; null when the answer is no such error.</summary>
    public static string? RaisedId(ReadOnlySpan<byte> line) => line.StartsWith("!xr"u8) ? Encoding.ASCII.GetString(line[3..]) : null;

    /// <summary>The gateway's own words on a command that it could not run.</summary>
    public static string Refusal(ReadOnlySpan<byte> line) => Unescape(Encoding.UTF8.GetString(line.Length > 3 ? line[3..] : line));

    /// <summary>
    /// The value: int, long, double, decimal, bool, string, byte[], null, or a reference made by
    /// the function.
    /// </summary>
    public static object? Value(ReadOnlySpan<byte> line, Func<string, JavaReference> reference)
    {
        if (line.Length <= Mark)
        {
            throw new GatewayException($"The gateway answered '{Encoding.UTF8.GetString(line)}', which is no value.");
        }

        var rest = line[(Mark + 1)..];
        var invariant = CultureInfo.InvariantCulture;
        return (char)line[Mark] switch
        {
            'v' or 'n' => null,
            's' => Unescape(Encoding.UTF8.GetString(rest)),
            'i' => int.Parse(rest, NumberStyles.AllowLeadingSign, invariant),
            'L' => long.Parse(rest, NumberStyles.AllowLeadingSign, invariant),
            'd' => double.Parse(rest, NumberStyles.Float, invariant),
            'D' => decimal.Parse(rest, NumberStyles.Float, invariant),
            'b' => rest.SequenceEqual("true"u8),
            'j' => Decode(rest),
            'r' or 'l' or 'a' or 'h' or 't' or 'g' => reference(Encoding.ASCII.GetString(rest)),
            _ => throw new GatewayException($"The gateway answered '{Encoding.UTF8.GetString(line[..Math.Min(line.Length, 40)])}', of an unknown type."),
        };
    }

    private static byte[] Decode(ReadOnlySpan<byte> base64)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        if (Base64.DecodeFromUtf8(base64, bytes, out _, out var written) != OperationStatus.Done)
        {
            throw new GatewayException("The gateway answered bytes that are no base64.");
        }

        return written == bytes.Length ? bytes : bytes[..written];
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            result.Append(text[i] switch { 'n' => '\n', 'r' => '\r', var other => other });
        }

        return result.ToString();
    }
}
