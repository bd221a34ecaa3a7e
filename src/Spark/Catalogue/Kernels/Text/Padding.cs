using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Fills strings and binaries up to a length with a pattern, or cuts them there.</summary>
internal static class Padding
{
    public static string Left(string text, int length, string pad) => Pad(text, length, pad, left: true);

    public static string Right(string text, int length, string pad) => Pad(text, length, pad, left: false);

    public static byte[] Left(byte[] bytes, int length, byte[] pad) => Pad(bytes, length, pad, left: true);

    public static byte[] Right(byte[] bytes, int length, byte[] pad) => Pad(bytes, length, pad, left: false);

    private static string Pad(string text, int length, string pad, bool left)
    {
        var missing = Math.Max(length, 0) - CodePoints.Count(text);
        if (missing <= 0)
        {
            return Slices.Left(text, length);
        }

        if (pad.Length == 0)
        {
            return text;
        }

        var count = CodePoints.Count(pad);
        var filling = new StringBuilder(missing).Insert(0, pad, missing / count).Append(Slices.Left(pad, missing % count)).ToString();
        return left ? filling + text : text + filling;
    }

    private static byte[] Pad(byte[] bytes, int length, byte[] pad, bool left)
    {
        length = Math.Max(length, 0);
        if (length <= bytes.Length)
        {
            return bytes[..length];
        }

        if (pad.Length == 0)
        {
            return bytes;
        }

        var filling = new byte[length - bytes.Length];
        for (var i = 0; i < filling.Length; i++)
        {
            filling[i] = pad[i % pad.Length];
        }

        return left ? [.. filling, .. bytes] : [.. bytes, .. filling];
    }
}
