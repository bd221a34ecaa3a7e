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

    /// <summary>Leaves only one driver to find.</summary>
    public void UseOnly(string jar)
    {
        Drivers = Directory.CreateDirectory(At("drivers")).FullName;
        foreach (var file in Directory.EnumerateFiles(JdbcDrivers.Folder(), jar))
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
            start.Environment["SPARKETL_JDBC"] = Drivers ?? JdbcDrivers.Folder();
        },
        arguments);

    /// <summary>The command lines of the JVMs that a program of this folder left running.</summary>
    public IReadOnlyList<string> JvmsLeft() =>
        [.. Processes.With("TMPDIR", At("tmp")).Select(Processes.CommandLine).Where(c => c.Contains("sparketl.GatewayMain", StringComparison.Ordinal))];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
