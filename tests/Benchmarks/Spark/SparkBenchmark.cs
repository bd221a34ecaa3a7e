using System.Globalization;
using System.Text.Json;
using Npgsql;
using SparkEtl.EndToEnd.Tests;
using SparkEtl.EndToEnd.Tests.Servers;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.Benchmarks.Spark;

/// <summary>
/// The claims job on Spark, from MySQL into Postgres, against the same written by hand in Java: processes of their own that take turns,
/// and medians. Before anything is measured, results and cleaned tables are compared with plain SQL that MariaDB ran.
/// </summary>
/// <param name="program">The program's path.</param>
/// <param name="rows">Claims to generate.</param>
/// <param name="runs">Runs of each, at least 1.</param>
internal sealed class SparkBenchmark(string program, int rows, int runs)
{
    private const string DriverMemory = "4g";
    private const double MostAgainstHand = 1.05;
    private const double MostRoundTrips = 200;
    private const double MostOwnSeconds = 0.3;

    private static readonly string[] s_results = ["claim_agg", "invoice_agg", "invoice_by_claim_status"];
    private static readonly string[] s_tables = ["TREATMENT", "CLAIM", "INVOICE", "INVOICE_ITEM"];

    private readonly string _work = Directory.CreateTempSubdirectory("sparketl-bench-").FullName;

    /// <summary>Measures and prints.</summary>
    /// <returns>0 when all is equal and every limit is kept, else 1.</returns>
    public async Task<int> RunAsync()
    {
        try
        {
            await using MariaDbServer mysql = await MariaDbServer.StartAsync(CancellationToken.None);
            await using PostgresServer postgres = await PostgresServer.StartAsync();
            string database = await FillAsync(mysql);
            await WriteConfigurationAsync(mysql, database, postgres);
            var hand = await HandWrittenJob.CompileAsync(_work, mysql, database, postgres, DriverMemory);
            Dictionary<string, string> environment = new() { ["MYSQL_PASSWORD"] = mysql.Password, ["POSTGRES_PASSWORD"] = postgres.Password };

            await JobAsync(environment, "--set", $"claims.output={_work}/cleaned", "--set", "claims.partition_by=[]");
            await CompareAsync(mysql, database, postgres, environment);

            var job = new List<MeasuredProcess>();
            var byHand = new List<MeasuredProcess>();
            for (int run = 0; run < runs; run++)
            {
                job.Add(await JobAsync(environment));
                byHand.Add(await hand.RunAsync(environment));
                if (run == 0)
                    await CompareResultsAsync(mysql, database, postgres, "by hand");
            }

            Measurements.Print("the job on Spark", job);
            Measurements.Print("by hand in Java", byHand);
            Console.WriteLine();
            bool good = Measurements.Limit("the job / by hand", Measurements.Wall(job) / Measurements.Wall(byHand), MostAgainstHand);
            good &= Measurements.Limit("round trips of a run", Measurements.Median(job.Select(r => Use(r, "round_trips"))), MostRoundTrips);
            good &= Measurements.Limit("seconds from .NET's start to the first action, JVM not counted", Measurements.Median(job.Select(r => Use(r, "planning_seconds"))), MostOwnSeconds);
            return good ? 0 : 1;
        }
        finally
        {
            Directory.Delete(_work, recursive: true);
        }
    }

    // What a run says about itself in its log, as a line of JSON.
    private static double Use(MeasuredProcess run, string property)
    {
        string line = run.Errors.Split('\n').Last(l => l.Contains($"\"{property}\"", StringComparison.Ordinal));
        using JsonDocument document = JsonDocument.Parse(line);
        return double.Parse(document.RootElement.GetProperty("fields").GetProperty(property).ToString(), CultureInfo.InvariantCulture);
    }

    private async Task<string> FillAsync(MariaDbServer server)
    {
        string folder = Path.Combine(_work, "csv");
        await MeasuredProcess.RunAsync(program, "generate", "--rows", rows.ToString(CultureInfo.InvariantCulture), "--seed", "5", "--out", folder, "--format", "csv");
        string database = await server.CreateDatabaseAsync();
        foreach (string script in (string[])["load.sql", "reference.sql"])
            await server.ExecuteAsync(database, await File.ReadAllTextAsync(Repository.At($"samples/claims/expected/{script}")), folder);
        await server.ExecuteAsync(database, string.Concat(s_tables.Select(t => $"ALTER TABLE {t} ADD KEY (ID);")));
        Directory.Delete(folder, recursive: true);
        return database;
    }

    private Task WriteConfigurationAsync(MariaDbServer mysql, string database, PostgresServer postgres) => File.WriteAllTextAsync(
        Path.Combine(_work, "config.yaml"),
        string.Create(CultureInfo.InvariantCulture, $$"""
        dev:
          engine: {kind: spark, master: "local[2]", conf: {spark.driver.memory: {{DriverMemory}}, spark.ui.enabled: "false"} }
          source: {kind: mysql, host: {{MariaDbServer.Host}}, port: {{mysql.Port}}, database: {{database}}, username: {{MariaDbServer.Username}}, password: "${MYSQL_PASSWORD}"}
          target: {kind: postgres, host: {{PostgresServer.Host}}, port: {{postgres.Port}}, database: postgres, username: {{PostgresServer.Username}}, password: "${POSTGRES_PASSWORD}"}
          claims: {}
        cleaned:
          source: {kind: files, path: {{_work}}/cleaned, format: parquet}
        """));

    private Task<MeasuredProcess> JobAsync(IReadOnlyDictionary<string, string> environment, params string[] more) => MeasuredProcess.RunAsync(
        program, environment, ["dev", Path.Combine(_work, "config.yaml"), "--log-format", "json", "--set", "log.level=debug", .. more]);

    private async Task CompareAsync(MariaDbServer mysql, string database, PostgresServer postgres, IReadOnlyDictionary<string, string> environment)
    {
        await CompareResultsAsync(mysql, database, postgres, "the job");
        foreach (string table in s_tables)
        {
            string[] columns = (await mysql.QueryAsync(
                database,
                $"SELECT COLUMN_NAME n FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = '{database}' AND TABLE_NAME = 'PREPROCESSED_{table}' ORDER BY ORDINAL_POSITION"))
                .Rows.Select(r => r[0]!).ToArray();
            string expected = string.Join(',', (await mysql.QueryAsync(database, $"SELECT {Sums(columns, "CHAR")} FROM PREPROCESSED_{table}")).Rows[0]);
            MeasuredProcess found = await MeasuredProcess.RunAsync(
                program, environment, ["sql", $"SELECT {Sums(columns, "STRING")} FROM {table}", "--env", "cleaned", "--config", Path.Combine(_work, "config.yaml"), "--format", "csv"]);
            Equal($"cleaned {table}", found.Output.Trim().Split('\n')[^1].Trim(), expected);
        }
    }

    // How many rows, and two sums over checksums of all their values: no order matters, and a null is not an empty text.
    private static string Sums(string[] columns, string text)
    {
        string row = string.Join(", '|', ", columns.Select(c => $"COALESCE(CAST({c} AS {text}), '~')"));
        return $"COUNT(*) AS n, SUM(CRC32(CONCAT({row}))) AS a, SUM(CRC32(CONCAT('again', {row}))) AS b";
    }

    private static async Task CompareResultsAsync(MariaDbServer mysql, string database, PostgresServer postgres, string what)
    {
        await using var connection = new NpgsqlConnection(string.Create(
            CultureInfo.InvariantCulture,
            $"Host={PostgresServer.Host};Port={postgres.Port};Database=postgres;Username={PostgresServer.Username};Password={postgres.Password};Pooling=false"));
        await connection.OpenAsync();
        foreach (string result in s_results)
        {
            TextTable expected = await mysql.ReadAsync(database, result);
            var found = new List<string>();
            await using var command = new NpgsqlCommand($"SELECT {string.Join(", ", expected.Columns.Select(c => $"{c}::text"))} FROM {result}", connection);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                found.Add(Line(Enumerable.Range(0, reader.FieldCount).Select(c => reader.IsDBNull(c) ? null : reader.GetString(c))));
            Equal($"{what}, {result}", string.Join('\n', found.Order(StringComparer.Ordinal)), string.Join('\n', expected.Rows.Select(Line).Order(StringComparer.Ordinal)));
        }
    }

    private static string Line(IEnumerable<string?> values) => string.Join(" | ", values.Select(v => v is null ? "null" : $"'{v}'"));

    private static void Equal(string what, string found, string expected)
    {
        if (found != expected)
            throw new InvalidOperationException($"{what} differs from MariaDB.\nFound:\n{found}\nExpected:\n{expected}");
        Console.WriteLine($"{what}: equal to plain SQL in MariaDB");
    }
}
