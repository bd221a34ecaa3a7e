using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using SparkEtl.EndToEnd.Tests.Servers;

namespace SparkEtl.Warehouse.Tests.Servers;

/// <summary>
/// A Postgres of our own: data folder, socket and port are private, everything is removed at the end. It ends with this process, however
/// this process ends: a shell beside it waits for the end of a pipe that only we hold.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Guard = """cat > /dev/null; "$@"; rm -rf "$0" """;

    private readonly string programs;
    private readonly string folder;
    private readonly Process guard;

    private PostgresServer(string programs, string folder, Process guard, int port) =>
        (this.programs, this.folder, this.guard, Port) = (programs, folder, guard, port);

    public static string Host => "127.0.0.1";

    /// <summary>A user who may do everything.</summary>
    public static string Username => "sparketl";

    public int Port { get; }

    public string Password { get; private init; } = string.Empty;

    private string Data => Path.Combine(folder, "data");

    /// <summary>Starts a server on a new data folder.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var programs = Programs();
        var folder = Directory.CreateTempSubdirectory("sparketl-postgres-").FullName;
        var passwordFile = Path.Combine(folder, "password");
        var password = Guid.NewGuid().ToString("N");
        await File.WriteAllTextAsync(passwordFile, password);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", ["-R", "postgres", folder]);
        }

        string[] stop = [.. AsOwner(Path.Combine(programs, "pg_ctl")), "-D", Path.Combine(folder, "data"), "stop", "-s", "-m", "immediate"];
        var guard = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Guard, folder, .. stop])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var server = new PostgresServer(programs, folder, guard, FreePort()) { Password = password };
        try
        {
            await server.RunProgramAsync(
                "initdb", "-D", server.Data, "-U", Username, $"--pwfile={passwordFile}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it after <see cref="KillAsync"/>.</summary>
    public Task StartAgainAsync()
    {
        string[] settings =
        [
            $"port={Port}", $"listen_addresses={Host}", $"unix_socket_directories={folder}", "fsync=off", "synchronous_commit=off", "full_page_writes=off",
            "logging_collector=on", "log_destination=jsonlog", "log_directory=log", "log_filename=server.log", "log_parameter_max_length=0", "max_connections=40",
        ];
        return RunProgramAsync("pg_ctl", "-D", Data, "-w", "-s", "-l", Path.Combine(folder, "start.log"), "-o", string.Join(' ', settings.Select(s => $"-c {s}")), "start");
    }

    /// <summary>Ends it without letting it finish anything.</summary>
    public Task KillAsync() => RunProgramAsync("pg_ctl", "-D", Data, "-s", "-m", "immediate", "stop");

    /// <summary>Offers encryption from now on, with a certificate for the server's address; or no more.</summary>
    public async Task OfferEncryptionAsync(string certificate, string key, bool offered)
    {
        await File.WriteAllTextAsync(Path.Combine(Data, "server.crt"), certificate);
        var keyFile = Path.Combine(Data, "server.key");
        await File.WriteAllTextAsync(keyFile, key);
        await RunAsync("chmod", ["600", keyFile]);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", ["postgres", keyFile]);
        }

        await File.WriteAllTextAsync(Path.Combine(Data, "postgresql.auto.conf"), offered ? "ssl = on\n" : string.Empty);
        await RunProgramAsync("pg_ctl", "-D", Data, "-s", "reload");
    }

    /// <summary>The statements that the program ran in a database whose log_statement is all.</summary>
    public async Task<IReadOnlyList<string>> StatementsAsync(string database) =>
        [.. (await LoggedAsync(database)).Where(s => s.Application == "sparketl").Select(s => s.Text)];

    /// <summary>The names of those who inserted rows by statements in a database whose log_statement is all.</summary>
    public async Task<IReadOnlyList<string>> WritersAsync(string database) =>
        [.. (await LoggedAsync(database)).Where(s => s.Text.Contains("VALUES", StringComparison.Ordinal)).Select(s => s.Application).Distinct()];

    private async Task<List<(string Application, string Text)>> LoggedAsync(string database)
    {
        using var file = new FileStream(Path.Combine(Data, "log", "server.json"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var statements = new List<(string, string)>();
        while (await reader.ReadLineAsync() is { } line)
        {
            using var entry = JsonDocument.Parse(line);
            if (entry.RootElement.TryGetProperty("dbname", out var name) && name.GetString() == database
                && entry.RootElement.TryGetProperty("application_name", out var application)
                && entry.RootElement.GetProperty("message").GetString() is { } message
                && message.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0
                && (message.StartsWith("statement", StringComparison.Ordinal) || message.StartsWith("execute", StringComparison.Ordinal)))
            {
                statements.Add((application.GetString()!, message[(colon + 2)..]));
            }
        }

        return statements;
    }

    public async ValueTask DisposeAsync()
    {
        guard.StandardInput.Close();
        await guard.WaitForExitAsync();
        guard.Dispose();
    }

    private static string Programs()
    {
        const string Debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderByDescending(f => f, StringComparer.Ordinal).Select(f => Path.Combine(f, "bin")) : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':')).FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")))
            ?? throw new InvalidOperationException("Found no initdb under /usr/lib/postgresql or on the PATH. Install Postgres: apt-get install postgresql.");
    }

    // Postgres refuses to run as root.
    private static string[] AsOwner(string program) => Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", program] : [program];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task RunProgramAsync(string program, params string[] arguments)
    {
        var command = AsOwner(Path.Combine(programs, program));
        return RunAsync(command[0], [.. command[1..], .. arguments]);
    }

    private static Task RunAsync(string program, IEnumerable<string> arguments) => ChildProcess.RunAsync(program, arguments, folder: "/");
}
