using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb.Native;

/// <summary>UTF-8 text that crosses the border.</summary>
internal static class NativeText
{
    /// <summary>Text that stays the library's own; null for a null pointer.</summary>
    internal static string? Borrow(nint text) => Marshal.PtrToStringUTF8(text);

    /// <summary>Text the library gave away: copied, then freed.</summary>
    internal static string? Take(nint text)
    {
        if (text == 0)
            return null;
        try
        {
            return Marshal.PtrToStringUTF8(text);
        }
        finally
        {
            LibDuckDb.Free(text);
        }
    }

    /// <summary>SQL and messages end at their first U+0000 on the other side: refused where that would change the meaning.</summary>
    internal static string RequireNoNul(string text, string what)
    {
        int at = text.IndexOf('\0', StringComparison.Ordinal);
        return at < 0
            ? text
            : throw new DuckDbException($"Found U+0000 in {what} at character {at + 1}, where text ends for DuckDB. Bind such text as a parameter instead.", DuckDbErrorType.InvalidInput);
    }
}
