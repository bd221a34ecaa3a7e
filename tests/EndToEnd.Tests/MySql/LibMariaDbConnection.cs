using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace SparkEtl.EndToEnd.Tests.MySql;

/// <summary>A connection.</summary>
internal sealed unsafe class LibMariaDbConnection : DbConnection
{
    private nint handle;

    [AllowNull]
    public override string ConnectionString { get; set; } = string.Empty;

    public override string Database => string.Empty;

    public override string DataSource => string.Empty;

    public override string ServerVersion => string.Empty;

    public override ConnectionState State => handle == 0 ? ConnectionState.Closed : ConnectionState.Open;

    public override void Open()
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = ConnectionString };
        string Of(string key) => (string)settings[key];
        handle = LibMariaDb.Init(0);
        var seconds = uint.Parse(Of("Connection Timeout"), CultureInfo.InvariantCulture);
        _ = LibMariaDb.Options(handle, LibMariaDb.ConnectTimeout, &seconds);
        fixed (byte* charset = "utf8mb4\0"u8)
        {
            _ = LibMariaDb.Options(handle, LibMariaDb.CharsetName, charset);
        }

        if (Of("SslMode") == "VerifyFull")
        {
            byte verify = 1;
            _ = LibMariaDb.SslSet(handle, null, null, settings.TryGetValue("SslCa", out var authority) ? (string)authority : null, null, null);
            _ = LibMariaDb.Options(handle, LibMariaDb.VerifyServerCertificate, &verify);
        }

        var port = uint.Parse(Of("Port"), CultureInfo.InvariantCulture);
        if (LibMariaDb.Connect(handle, Of("Server"), Of("User ID"), Of("Password"), Of("Database"), port, null, 0) == 0)
        {
            throw LibMariaDb.Error(handle);
        }
    }

    /// <summary>Sends a statement; its rows, 0 when it has none.</summary>
    public nint Send(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (LibMariaDb.Query(handle, bytes, (nuint)bytes.Length) != 0)
        {
            throw LibMariaDb.Error(handle);
        }

        return LibMariaDb.UseResult(handle);
    }

    /// <summary>The next row; null at the end.</summary>
    public string?[]? Fetch(nint result)
    {
        var row = LibMariaDb.FetchRow(result);
        if (row is null)
        {
            return LibMariaDb.ErrorNumber(handle) == 0 ? null : throw LibMariaDb.Error(handle);
        }

        var lengths = LibMariaDb.FetchLengths(result);
        var texts = new string?[LibMariaDb.FieldCount(result)];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = row[i] is null ? null : Encoding.UTF8.GetString(row[i], (int)lengths[i]);
        }

        return texts;
    }

    public override void Close()
    {
        if (handle != 0)
        {
            LibMariaDb.Close(handle);
            handle = 0;
        }
    }

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new LibMariaDbCommand(this);

    protected override void Dispose(bool disposing)
    {
        Close();
        base.Dispose(disposing);
    }
}
