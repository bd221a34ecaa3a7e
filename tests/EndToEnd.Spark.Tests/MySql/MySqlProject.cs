using System.Diagnostics;
using System.Globalization;
using SparkEtl.EndToEnd.Spark.Tests.Program;
using SparkEtl.EndToEnd.Tests.Program;
using SparkEtl.EndToEnd.Tests.Servers;

namespace SparkEtl.EndToEnd.Spark.Tests.MySql;

/// <summary>A folder with settings for the program: source MySQL, engine spark on two threads, target a DuckDB file.</summary>
internal sealed class MySqlProject : IDisposable
{
    private readonly string version;

    /// <summary>Writes the settings.</summary>
    /// <param name="version">The version of Spark.</param>
    /// <param name="port">The server's port.</param>
    /// <param name="database">The database.</param>
    /// <param name="password">The password, which is on no command line and in no file.</param>
    public MySqlProject(string version, int port, string database, string password)
    {
        this.version = version;
        Password = password;
        _ = Sparks.Home(version);
        File.WriteAllText(At("config.yaml"), string.Create(CultureInfo.InvariantCulture, $$"""
            dev:
              engine: {kind: spark, master: "local[2]", conf: {spark.ui.enabled: "false", spark.driver.extraJavaOptions: "{{Sparks.ShortLived}}"} }
              source: {kind: mysql, host: {{MariaDbServer.Host}}, port: {{port}}, database: {{database}}, username: {{MariaDbServer.Username}}, password: "${MYSQL_PASSWORD}"}
              target: {kind: duckdb, path: results.duckdb}
              claims: {}
            results:
              target: {kind: duckdb, path: results.duckdb}
            """));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("sparketl-mysql-").FullName;

    public string Password { get; set; }

    /// <summary>The folder of the JDBC drivers; null to let the program find it.</summary>
    public string? Drivers { get; set; }

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>The folder with the JDBC drivers; the test is not run where there is none with both.</summary>
    public static string AllDrivers()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var drivers = Path.Combine(folder.FullName, "shared", "jdbc");
            if (Directory.Exists(drivers) && Directory.EnumerateFiles(drivers, "mysql-connector-j-*.jar").Any() && Directory.EnumerateFiles(drivers, "mariadb-java-client-*.jar").Any())
            {
                return drivers;
            }
        }

        Assert.Ignore("NOT RUN: there are no JDBC drivers. Put mysql-connector-j-*.jar and mariadb-java-client-*.jar into shared/jdbc of a folder above.");
        return string.Empty;
    }

    /// <summary>Leaves only one driver to find.</summary>
    public void UseOnly(string jar)
    {
        Drivers = Directory.CreateDirectory(At("drivers")).FullName;
        foreach (var file in Directory.EnumerateFiles(AllDrivers(), jar))
        {
            File.Copy(file, Path.Combine(Drivers, Path.GetFileName(file)));
        }
    }

    /// <summary>Runs a query; its CSV without the header.</summary>
    public async Task<IReadOnlyList<string>> Query(string sql) =>
        (await Run("sql", sql, "--env", "dev", "--format", "csv")).IsDone().Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];

    public Task<ProgramEnd> Run(params string[] arguments) => SparkProgram.EndOf(Start(arguments));

    public Process Start(params string[] arguments) => SparkProgram.Start(
        version,
        start =>
        {
            start.WorkingDirectory = Folder;
            start.Environment["MYSQL_PASSWORD"] = Password;
            start.Environment["TMPDIR"] = Directory.CreateDirectory(At("tmp")).FullName;
            start.Environment["SPARKETL_JDBC"] = Drivers ?? AllDrivers();
        },
        arguments);

    /// <summary>The command lines of the JVMs that a program of this folder left running.</summary>
    public IReadOnlyList<string> JvmsLeft() =>
        [.. Processes.With("TMPDIR", At("tmp")).Select(Processes.CommandLine).Where(c => c.Contains("sparketl.GatewayMain", StringComparison.Ordinal))];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
