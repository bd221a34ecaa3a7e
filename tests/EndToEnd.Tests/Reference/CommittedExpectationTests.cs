using SparkEtl.EndToEnd.Tests.Servers;

namespace SparkEtl.EndToEnd.Tests.Reference;

/// <summary>The files under samples/claims/expected; rewritten instead of compared when SPARKETL_UPDATE_GOLDEN is 1.</summary>
public sealed class CommittedExpectationTests
{
    private IReadOnlyDictionary<string, TextTable> _tables = new Dictionary<string, TextTable>();

    [OneTimeSetUp]
    public async Task Run_the_reference_on_the_sample() => _tables = await ClaimsReference.RunAsync(Repository.At("samples/claims"));

    [TestCaseSource(nameof(Names))]
    [Category("Sample")]
    public Task The_committed_results_are_what_MariaDB_computes(string table) =>
        CompareAsync($"samples/claims/expected/{table}.csv", _tables[table]);

    [Test]
    [Category("Sample")]
    public async Task The_committed_daily_visits_are_what_MariaDB_computes()
    {
        MariaDbServer server = await SharedServers.MariaDbAsync();
        string database = await server.CreateDatabaseAsync();
        string statements = await File.ReadAllTextAsync(Repository.At("samples/visits/expected/daily_visits.sql"));
        await server.ExecuteAsync(database, statements, Repository.At("samples/visits"));
        TextTable visits = await server.ReadAsync(database, "daily_visits");
        await server.DropDatabaseAsync(database);
        await CompareAsync("samples/visits/expected/daily_visits.csv", visits.Sorted());
    }

    [TestCase("claim_agg", "bigint", "decimal(28,2)", "decimal(22,6)", "decimal(18,2)", "decimal(18,2)")]
    [TestCase("invoice_agg", "bigint", "datetime")]
    [TestCase("invoice_by_claim_status", "bigint", "decimal(28,2)")]
    public void The_results_have_the_promised_types(string table, params string[] types) =>
        Assert.That(
            _tables[table].Types.Skip(1).Select(type => type.StartsWith("bigint", StringComparison.Ordinal) ? "bigint" : type),
            Is.EqualTo(types));

    private static async Task CompareAsync(string file, TextTable computed)
    {
        string path = Repository.At(file);
        if (Environment.GetEnvironmentVariable("SPARKETL_UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(path, computed.ToCsv());
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo(computed.ToCsv()));
    }

    private static IEnumerable<string> Names() =>
        ClaimsReference.Preprocessed.Concat(ClaimsReference.Results).Concat(ClaimsReference.Reports);
}
