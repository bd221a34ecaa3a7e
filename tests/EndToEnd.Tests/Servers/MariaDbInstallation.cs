namespace SparkEtl.EndToEnd.Tests.Servers;

/// <summary>The programs of MariaDB on this machine.</summary>
/// <param name="Server">mariadbd</param>
/// <param name="Client">mariadb</param>
/// <param name="Installer">mariadb-install-db, which makes an empty data folder</param>
internal sealed record MariaDbInstallation(string Server, string Client, string Installer)
{
    private const string Advice = "Install MariaDB 10.11 or later: apt-get install -y mariadb-server";

    /// <summary>Finds the programs; root installs them when they are missing.</summary>
    /// <exception cref="InvalidOperationException">They are missing; names the command that installs them.</exception>
    public static async Task<MariaDbInstallation> FindAsync(CancellationToken cancellationToken)
    {
        if (TryFind() is { } found)
            return found;
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || Locate("apt-get") is not { } apt)
            throw new InvalidOperationException($"Found no mariadbd on this machine, and these tests compare with it. {Advice}");
        await ChildProcess.RunAsync(apt, ["update", "-qq"], cancellationToken: cancellationToken);
        await ChildProcess.RunAsync(
            "env", ["DEBIAN_FRONTEND=noninteractive", apt, "install", "-y", "-qq", "mariadb-server"], cancellationToken: cancellationToken);
        return TryFind() ?? throw new InvalidOperationException($"Found no mariadbd even after apt-get install mariadb-server. {Advice}");
    }

    private static MariaDbInstallation? TryFind() =>
        (Locate("mariadbd"), Locate("mariadb"), Locate("mariadb-install-db")) is ({ } server, { } client, { } installer)
            ? new MariaDbInstallation(server, client, installer)
            : null;

    private static string? Locate(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin").Append("/usr/local/sbin")
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
