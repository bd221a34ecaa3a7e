using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>The claims job on the embedded engine: what a cluster has to publish too.</summary>
internal static class Embedded
{
    private const string Statements = "select * from claim_agg; select * from invoice_agg; select * from invoice_by_claim_status";
    private static readonly Lazy<Task<(string Report, string Rows)>> Once = new(RunAsync);

    /// <summary>What the program says at the end of a run whose results are in a folder.</summary>
    public static async Task<string> ReportAsync(string folder) => (await Once.Value).Report.Replace("FOLDER", folder, StringComparison.Ordinal);

    /// <summary>The rows of the results, in the order of their texts.</summary>
    public static async Task<string> RowsAsync() => (await Once.Value).Rows;

    /// <summary>The rows that a job published.</summary>
    public static async Task<string> PublishedAsync(ClusterProject project)
    {
        await File.WriteAllTextAsync(project.At("statements.sql"), Statements);
        var rows = await ProgramAsync("sql", "-f", project.At("statements.sql"), "--env", "embedded", "--config", project.At("config.yaml"), "--format", "csv");
        return string.Join('\n', rows.Split('\n').Order(StringComparer.Ordinal));
    }

    private static async Task<(string Report, string Rows)> RunAsync()
    {
        using var project = new ClusterProject("3.5.9", "master: \"local[1]\"");
        var report = await ProgramAsync("embedded", project.At("config.yaml"));
        return (report.Replace(project.Folder, "FOLDER", StringComparison.Ordinal), await PublishedAsync(project));
    }

    private static async Task<string> ProgramAsync(params string[] arguments) =>
        (await RunProgram.DotNetAsync(Repository.Root, RunProgram.SparkEtl, arguments)).IsDone();
}
