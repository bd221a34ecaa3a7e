using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SparkEtl.EndToEnd.Tests.Servers;

/// <summary>
/// A MariaDB of our own: data folder, socket and port are private, everything is removed at the end. It ends with this process, however
/// this process ends: a shell beside it waits for the end of a pipe that only we hold.
/// </summary>
internal sealed class MariaDbServer : IAsyncDisposable
{
    private const string Guard =
        """folder=$1; shift; "$@" & server=$!; cat > /dev/null; kill "$server"; wait "$server"; rm -rf "$folder" """;

    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(30);
    private readonly MariaDbInstallation _installation;
    private readonly string _folder;
    private readonly Process _guard;

    private MariaDbServer(MariaDbInstallation installation, string folder, Process guard, int port)
    {
        _installation = installation;
        _folder = folder;
        _guard = guard;
        Port = port;
    }

    /// <summary>Address of the server, for clients that use TCP.</summary>
    public static string Host => "127.0.0.1";

    public int Port { get; }

    /// <summary>Where all its files are.</summary>
    public string Folder => _folder;

    /// <summary>A user who may do everything, over TCP.</summary>
    public static string Username => "sparketl";

    public string Password { get; } = Guid.NewGuid().ToString("N");

    private string Socket => Path.Combine(_folder, "socket");

    /// <summary>Starts a server on a new data folder.</summary>
    public static async Task<MariaDbServer> StartAsync(CancellationToken cancellationToken, params string[] settings)
    {
        MariaDbInstallation installation = await MariaDbInstallation.FindAsync(cancellationToken);
        string folder = Directory.CreateTempSubdirectory("sparketl-mariadb-").FullName;
        string data = Path.Combine(folder, "data");
        string[] user = Environment.UserName == "root" ? ["--user=root"] : [];
        string[] engine =
        [
            "--innodb-log-file-size=16M", "--innodb-buffer-pool-size=256M", "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync", "--innodb-doublewrite=0", "--skip-log-bin", "--skip-name-resolve",
            "--default-storage-engine=MyISAM",
        ];
        try
        {
            await ChildProcess.RunAsync(
                installation.Installer,
                ["--no-defaults", $"--datadir={data}", "--auth-root-authentication-method=normal", "--skip-test-db", .. user, .. engine],
                cancellationToken: cancellationToken);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
        int port = FreePort();
        string[] server =
        [
            installation.Server, "--no-defaults", $"--datadir={data}", $"--socket={Path.Combine(folder, "socket")}",
            string.Create(CultureInfo.InvariantCulture, $"--port={port}"), $"--bind-address={Host}", $"--pid-file={Path.Combine(folder, "pid")}",
            $"--log-error={Path.Combine(folder, "log")}", $"--tmpdir={folder}", "--secure-file-priv=", "--local-infile=1", .. user, .. engine, .. settings,
        ];
        var start = new ProcessStartInfo("/bin/sh", ["-c", Guard, "sh", folder, .. server])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process guard = Process.Start(start) ?? throw new InvalidOperationException("/bin/sh did not start");
        var started = new MariaDbServer(installation, folder, guard, port);
        try
        {
            await started.WaitUntilReadyAsync(cancellationToken);
            await started.ExecuteAsync(
                "mysql",
                $"""
                DELETE FROM global_priv WHERE User IN ('', 'root') AND Host <> 'localhost';
                FLUSH PRIVILEGES;
                CREATE USER '{Username}'@'{Host}' IDENTIFIED BY '{started.Password}';
                GRANT ALL ON *.* TO '{Username}'@'{Host}';
                """,
                cancellationToken: cancellationToken);
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
        return started;
    }

    /// <summary>Creates an empty database whose strings compare byte by byte, trailing spaces included.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        string name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync(
            "mysql", $"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;", cancellationToken: cancellationToken);
        return name;
    }

    public Task DropDatabaseAsync(string database, CancellationToken cancellationToken = default) =>
        ExecuteAsync("mysql", $"DROP DATABASE {database};", cancellationToken: cancellationToken);

    /// <summary>Runs statements that return nothing. A warning is an error: a value was changed on the way in.</summary>
    /// <param name="database">The database to run in.</param>
    /// <param name="statements">Any number of them, each ended by a semicolon.</param>
    /// <param name="folder">Where LOAD DATA LOCAL finds its files.</param>
    /// <param name="cancellationToken">Stops the client.</param>
    public async Task ExecuteAsync(
        string database, string statements, string? folder = null, CancellationToken cancellationToken = default)
    {
        string output = await ClientAsync(database, statements, folder, cancellationToken);
        if (output.Length > 0)
            throw new InvalidOperationException($"MariaDB had something to say, expected nothing: {output.Trim()}");
    }

    /// <summary>Reads the rows of a SELECT, exactly: nulls are nulls, text is as stored.</summary>
    public async Task<TextTable> QueryAsync(string database, string select, CancellationToken cancellationToken = default)
    {
        string view = $"view_{Guid.NewGuid():N}";
        await ExecuteAsync(database, $"CREATE VIEW {view} AS {select};", cancellationToken: cancellationToken);
        TextTable rows = await ReadAsync(database, view, cancellationToken);
        await ExecuteAsync(database, $"DROP VIEW {view};", cancellationToken: cancellationToken);
        return rows;
    }

    /// <summary>Reads a table or view.</summary>
    public async Task<TextTable> ReadAsync(string database, string table, CancellationToken cancellationToken = default)
    {
        string columns = await ClientAsync(
            database,
            $"""
            SELECT COLUMN_NAME, COLUMN_TYPE FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA = '{database}' AND TABLE_NAME = '{table}' ORDER BY ORDINAL_POSITION;
            """,
            null,
            cancellationToken);
        if (columns.Length == 0)
            throw new InvalidOperationException($"Found no table {table} in the database {database}.");
        // The client prints a null and the text NULL alike; a file written by the server tells them apart.
        string file = Path.Combine(_folder, $"rows-{Guid.NewGuid():N}");
        await ExecuteAsync(
            database, $"SELECT * INTO OUTFILE '{file}' CHARACTER SET utf8mb4 FROM {table};", cancellationToken: cancellationToken);
        string rows = await File.ReadAllTextAsync(file, cancellationToken);
        File.Delete(file);
        return new TextTable(
            [.. columns.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0])],
            [.. columns.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[1])],
            EscapedRows.Parse(rows));
    }

    /// <summary>Ends the server without letting it finish anything.</summary>
    public async Task KillAsync()
    {
        using Process server = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "pid")), CultureInfo.InvariantCulture));
        server.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>Stops the server and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await _guard.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _guard.Kill(entireProcessTree: true);
        }
        _guard.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> ClientAsync(string database, string statements, string? folder, CancellationToken cancellationToken) =>
        await ChildProcess.RunAsync(
            _installation.Client,
            [
                "--no-defaults", $"--socket={Socket}", "--user=root", "--local-infile=1", "--batch", "--skip-column-names", "--show-warnings",
                "--default-character-set=utf8mb4", database,
            ],
            statements, folder, cancellationToken);

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await probe.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellationToken);
                return;
            }
            catch (SocketException) when (watch.Elapsed < s_startLimit)
            {
                await Task.Delay(20, cancellationToken);
            }
            catch (SocketException)
            {
                string log = Path.Combine(_folder, "log");
                string words = File.Exists(log) ? await File.ReadAllTextAsync(log, cancellationToken) : "no log";
                throw new InvalidOperationException($"mariadbd was not ready after {s_startLimit.TotalSeconds} s: {words}");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
