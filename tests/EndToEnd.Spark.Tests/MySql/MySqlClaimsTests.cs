using System.Text.RegularExpressions;
using SparkEtl.Driver.Generate;
using SparkEtl.EndToEnd.Tests;
using SparkEtl.EndToEnd.Tests.Program;
using SparkEtl.EndToEnd.Tests.Reference;
using SparkEtl.EndToEnd.Tests.Servers;

namespace SparkEtl.EndToEnd.Spark.Tests.MySql;

/// <summary>The claims job from MySQL through Spark, as the program runs it, against the same rules as plain SQL in the same server.</summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
[Category("Spark")]
internal sealed partial class MySqlClaimsTests(string version)
{
    private const int Claims = 3000;
    private const int Seed = 71;
    private static readonly string[] Tables = ["TREATMENT", "CLAIM", "INVOICE", "INVOICE_ITEM"];

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["TREATMENT"] = "ID,PROGRAM_ID,STATUS,TYPE,DATE_CREATED",
        ["CLAIM"] = "ID,TREATMENT_ID,PROGRAM_ID,TYPE,STATUS,AMOUNT,DATE_CREATED",
        ["INVOICE"] = "ID,TREATMENT_ID,STATUS,DATE_CREATED",
        ["INVOICE_ITEM"] = "ID,INVOICE_ID,PRODUCT_ID,STATUS,AMOUNT,DATE_CREATED",
    };

    private MariaDbServer server = null!;
    private string database = null!;
    private IReadOnlyDictionary<string, TextTable> expected = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        _ = Sparks.Home(version);
        server = await SharedServers.MariaDbAsync();
        var folder = Directory.CreateTempSubdirectory("sparketl-claims-").FullName;
        var loaded = await server.CreateDatabaseAsync();
        try
        {
            await ClaimsGenerator.GenerateAsync(new GenerateRequest(Claims, Seed, folder, GenerateFormat.Csv));
            expected = await ClaimsReference.RunAsync(folder);
            await server.ExecuteAsync(loaded, await File.ReadAllTextAsync(Repository.At("samples/claims/expected/load.sql")), folder);

            // As in the field: a collation that takes paid, PAID and 'PAID ' for one, and columns that nobody reads.
            database = await server.CreateDatabaseAsync();
            await server.ExecuteAsync(database, $"ALTER DATABASE {database} COLLATE utf8mb4_general_ci;" + string.Concat(Tables.Select(t => $"""
                CREATE TABLE {t} LIKE {loaded}.{t};
                ALTER TABLE {t} CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci, ADD NOTE LONGTEXT NULL FIRST, ADD KEY (ID);
                INSERT INTO {t} ({Columns[t]}, NOTE) SELECT {Columns[t]}, REPEAT('x', 100) FROM {loaded}.{t};
                """)));
        }
        finally
        {
            await server.DropDatabaseAsync(loaded);
            Directory.Delete(folder, recursive: true);
        }
    }

    [OneTimeTearDown]
    public async Task Empty()
    {
        if (database is not null)
        {
            await server.DropDatabaseAsync(database);
        }
    }

    [TestCase("mysql-connector-j-*.jar")]
    [TestCase("mariadb-java-client-*.jar")]
    public async Task Results_are_those_of_plain_SQL(string driver)
    {
        using var project = new MySqlProject(version, server.Port, database, server.Password);
        project.UseOnly(driver);
        var run = await project.Run("dev");
        TestContext.Out.WriteLine(run.IsDone());
        foreach (var name in ClaimsReference.Results)
        {
            var found = (await project.Run("show", name, "--env", "results", "--format", "csv")).IsDone();
            Assert.That(Sorted(found), Is.EqualTo(Sorted(expected[name].ToCsv())), name);
        }

        Assert.That(run.Errors + run.Output, Does.Not.Contain(server.Password));
        Assert.That(project.JvmsLeft(), Is.Empty);
    }

    [Test]
    public async Task Each_row_is_selected_once()
    {
        using var project = new MySqlProject(version, server.Port, database, server.Password);
        await server.ExecuteAsync("mysql", "SET GLOBAL general_log=OFF; TRUNCATE TABLE general_log; SET GLOBAL log_output='TABLE'; SET GLOBAL general_log=ON;");
        (await project.Run("dev")).IsDone();
        await server.ExecuteAsync("mysql", "SET GLOBAL general_log=OFF;");
        await EachRowIsSelectedOnce();
    }

    [Test]
    public async Task A_condition_on_a_text_compares_bytes_whatever_the_collation_and_one_on_a_number_is_the_servers()
    {
        using var project = new MySqlProject(version, server.Port, database, server.Password);
        var most = (await server.QueryAsync(database, "SELECT HEX(STATUS) h, COUNT(*) n FROM CLAIM WHERE STATUS IS NOT NULL GROUP BY BINARY STATUS ORDER BY n DESC LIMIT 1")).Rows[0];
        var status = System.Text.Encoding.UTF8.GetString(Convert.FromHexString(most[0]!));
        var alike = (await server.QueryAsync(database, $"SELECT COUNT(*) n FROM CLAIM WHERE STATUS = '{status}'")).Rows[0][0];
        await server.ExecuteAsync("mysql", "SET GLOBAL general_log=OFF; TRUNCATE TABLE general_log; SET GLOBAL log_output='TABLE'; SET GLOBAL general_log=ON;");
        var rows = await project.Query($"SELECT count(*) FROM CLAIM WHERE STATUS = '{status}' AND ID > -5");
        await server.ExecuteAsync("mysql", "SET GLOBAL general_log=OFF;");
        var counted = (await server.QueryAsync(database, $"SELECT COUNT(*) n FROM CLAIM WHERE BINARY STATUS = '{status}' AND ID > -5")).Rows[0][0];
        var statements = (await Log()).Where(l => l.Text.Contains("`ID` > -5", StringComparison.Ordinal) || l.Text.Contains("(`ID` > -5)", StringComparison.Ordinal)).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Is.EqualTo(new[] { counted }));
            Assert.That(alike, Is.Not.EqualTo(counted), "the server's own comparison gives more");
            Assert.That(statements, Is.Not.Empty, "pushed down");
            Assert.That(statements.Select(s => s.Text), Has.None.Contains("`STATUS` ="));
        }
    }

    private async Task EachRowIsSelectedOnce()
    {
        var log = await Log();
        var overlapping = 0;
        foreach (var table in Tables)
        {
            var reads = log.Where(l => l.Text.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) && l.Text.Contains($"FROM `{table}`", StringComparison.Ordinal)
                && !l.Text.Contains("MIN(", StringComparison.Ordinal) && !l.Text.Contains("1=0", StringComparison.Ordinal)).ToArray();
            TestContext.Out.WriteLine(string.Join('\n', reads.Select(r => $"{r.Time} {r.Thread} {r.Text}")));
            Assert.That(reads, Has.Length.EqualTo(2), $"the statements on {table}");
            Assert.That(reads.Select(r => r.Thread), Is.Unique, table);
            foreach (var read in reads)
            {
                var columns = SelectedColumns().Match(read.Text).Groups[1].Value.Split(',').Select(c => c.Trim('`'));
                Assert.That(columns, Is.EquivalentTo(Columns[table].Split(',')), table);
            }

            var conditions = reads.Select(r => r.Text[(r.Text.IndexOf("WHERE", StringComparison.Ordinal) + 5)..]).ToArray();
            var counts = (await server.QueryAsync(
                database,
                $"SELECT COUNT(*) a, SUM({conditions[0]}) b, SUM({conditions[1]}) c, SUM(({conditions[0]}) AND ({conditions[1]})) d FROM {table}")).Rows[0].Select(v => long.Parse(v!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.That(counts[1] + counts[2], Is.EqualTo(counts[0]), $"every row of {table}");
            Assert.That(counts[3], Is.Zero, $"no row of {table} twice");
            Assert.That(Math.Min(counts[1], counts[2]), Is.GreaterThan(counts[0] / 4), "even parts");
            var ends = reads.Select(r => log.First(l => l.Thread == r.Thread && l.Kind == "Quit").Time).ToArray();
            overlapping += string.CompareOrdinal(reads[0].Time, ends[1]) < 0 && string.CompareOrdinal(reads[1].Time, ends[0]) < 0 ? 1 : 0;
        }

        Assert.That(overlapping, Is.GreaterThan(0), "tables read in parallel");
    }

    // Prepared statements are told twice; what is executed counts.
    private async Task<(string Time, string Thread, string Kind, string Text)[]> Log() =>
    [
        .. (await server.QueryAsync(
            database,
            "SELECT event_time, thread_id, command_type, CONVERT(argument USING utf8mb4) argument FROM mysql.general_log WHERE command_type IN ('Query', 'Execute', 'Quit')")).Rows
            .Select(r => (r[0]!, r[1]!, r[2]!, r[3] ?? string.Empty)),
    ];

    // Each field as null or in quotes: which texts a writer puts into quotes is its own affair. No value has a line end in it.
    private static string[] Sorted(string csv) =>
    [
        .. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => Field().Replace(l.TrimEnd('\r'), m => m.Groups["plain"].Success ? m.Value.Length == 0 ? "null" : $"\"{m.Value}\"" : m.Value))
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("(?<=^|,)(?:\"(?:[^\"]|\"\")*\"|(?<plain>[^,\"]*))(?=,|$)")]
    private static partial Regex Field();

    [GeneratedRegex("^SELECT (.*?) FROM", RegexOptions.IgnoreCase)]
    private static partial Regex SelectedColumns();
}
