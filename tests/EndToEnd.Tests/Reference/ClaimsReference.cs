using SparkEtl.EndToEnd.Tests.Servers;

namespace SparkEtl.EndToEnd.Tests.Reference;

/// <summary>What the claims job must give, worked out by MariaDB from the plain SQL under samples/claims/expected.</summary>
internal static class ClaimsReference
{
    /// <summary>The cleaned tables, all columns, under the names of their sources.</summary>
    public static readonly IReadOnlyList<string> Preprocessed = ["TREATMENT", "CLAIM", "INVOICE", "INVOICE_ITEM"];

    public static readonly IReadOnlyList<string> Results = ["claim_agg", "invoice_agg", "invoice_by_claim_status"];

    /// <summary>
    /// report_step (rows in, out, changed), report_backfill (filled, still null, conflicts), report_filter (rows dropped a rule).
    /// </summary>
    public static readonly IReadOnlyList<string> Reports = ["report_step", "report_backfill", "report_filter"];

    /// <summary>Runs the reference over a folder of TREATMENT.csv, CLAIM.csv, INVOICE.csv and INVOICE_ITEM.csv.</summary>
    /// <returns>All tables by name, their rows sorted.</returns>
    public static async Task<IReadOnlyDictionary<string, TextTable>> RunAsync(
        string csvFolder, CancellationToken cancellationToken = default)
    {
        MariaDbServer server = await SharedServers.MariaDbAsync();
        string database = await server.CreateDatabaseAsync(cancellationToken);
        try
        {
            foreach (string script in (string[])["load.sql", "reference.sql", "report.sql"])
            {
                string statements = await File.ReadAllTextAsync(Repository.At($"samples/claims/expected/{script}"), cancellationToken);
                await server.ExecuteAsync(database, statements, csvFolder, cancellationToken);
            }
            var tables = new Dictionary<string, TextTable>();
            foreach (string name in Preprocessed)
                tables[name] = (await server.ReadAsync(database, $"PREPROCESSED_{name}", cancellationToken)).Sorted();
            foreach (string name in Results.Concat(Reports))
                tables[name] = (await server.ReadAsync(database, name, cancellationToken)).Sorted();
            return tables;
        }
        finally
        {
            await server.DropDatabaseAsync(database, CancellationToken.None);
        }
    }
}
