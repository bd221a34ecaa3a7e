using System.Runtime.InteropServices;

namespace SparkEtl.EndToEnd.Tests.MySql;

/// <summary>MariaDB's own client library, which comes with its programs.</summary>
internal static unsafe partial class LibMariaDb
{
    public const int ConnectTimeout = 0;
    public const int CharsetName = 7;
    public const int VerifyServerCertificate = 21;

    private const string Library = "libmariadb.so.3";

    [LibraryImport(Library, EntryPoint = "mysql_init")]
    public static partial nint Init(nint handle);

    [LibraryImport(Library, EntryPoint = "mysql_options")]
    public static partial int Options(nint handle, int option, void* value);

    [LibraryImport(Library, EntryPoint = "mysql_ssl_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SslSet(nint handle, string? key, string? certificate, string? authority, string? folder, string? cipher);

    [LibraryImport(Library, EntryPoint = "mysql_real_connect", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Connect(nint handle, string host, string user, string password, string database, uint port, string? socket, nuint flags);

    [LibraryImport(Library, EntryPoint = "mysql_real_query")]
    public static partial int Query(nint handle, byte[] text, nuint length);

    [LibraryImport(Library, EntryPoint = "mysql_use_result")]
    public static partial nint UseResult(nint handle);

    [LibraryImport(Library, EntryPoint = "mysql_num_fields")]
    public static partial uint FieldCount(nint result);

    [LibraryImport(Library, EntryPoint = "mysql_fetch_row")]
    public static partial byte** FetchRow(nint result);

    [LibraryImport(Library, EntryPoint = "mysql_fetch_lengths")]
    public static partial nuint* FetchLengths(nint result);

    [LibraryImport(Library, EntryPoint = "mysql_free_result")]
    public static partial void FreeResult(nint result);

    [LibraryImport(Library, EntryPoint = "mysql_errno")]
    public static partial uint ErrorNumber(nint handle);

    [LibraryImport(Library, EntryPoint = "mysql_error")]
    private static partial byte* ErrorText(nint handle);

    [LibraryImport(Library, EntryPoint = "mysql_sqlstate")]
    private static partial byte* SqlState(nint handle);

    [LibraryImport(Library, EntryPoint = "mysql_close")]
    public static partial void Close(nint handle);

    /// <summary>What went wrong last.</summary>
    public static LibMariaDbException Error(nint handle) => new(
        (int)ErrorNumber(handle), Marshal.PtrToStringUTF8((nint)SqlState(handle)), Marshal.PtrToStringUTF8((nint)ErrorText(handle)) ?? string.Empty);
}
