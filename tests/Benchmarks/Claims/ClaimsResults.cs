using System.Globalization;
using System.Text.Json;
using SparkEtl.DuckDb;

namespace SparkEtl.Benchmarks.Claims;

/// <summary>What a run gave, as sorted lines of text: to be compared with another's.</summary>
internal static class ClaimsResults
{
    private static readonly string[] s_tables = ["claim_agg", "invoice_agg", "invoice_by_claim_status"];
    private static readonly string[] s_reports = ["report_step", "report_backfill", "report_filter"];

    /// <summary>The three results in a DuckDB file.</summary>
    public static IReadOnlyList<string> Tables(string file) => Read(file, s_tables);

    /// <summary>The report that the script by hand writes into its file.</summary>
    public static IReadOnlyList<string> Report(string file) => Read(file, s_reports);

    /// <summary>The report that the program prints as JSON.</summary>
    public static IReadOnlyList<string> ReportOf(string output)
    {
        string line = output.Split('\n').Last(l => l.StartsWith("{\"pipeline\"", StringComparison.Ordinal));
        using JsonDocument document = JsonDocument.Parse(line);
        return Sorted(document.RootElement.GetProperty("report").EnumerateArray().Select(r =>
            r.TryGetProperty("step", out _) ? Line("report_step", r, "table", "step", "rows_in", "rows_out", "rows_changed")
            : r.TryGetProperty("filled", out _) ? Line("report_backfill", r, "table", "column", "filled", "still_null", "conflicts")
            : Line("report_filter", r, "table", "rule", "dropped")));
    }

    private static string Line(string report, JsonElement line, params string[] properties) =>
        $"{report} | {string.Join(" | ", properties.Select(p => line.GetProperty(p).ToString()))}";

    private static IReadOnlyList<string> Read(string file, IEnumerable<string> tables)
    {
        using DuckDbDatabase database = DuckDbDatabase.Open(new DuckDbOptions());
        using DuckDbConnection connection = database.Connect();
        connection.Execute($"ATTACH '{file}' AS results (READ_ONLY)");
        var lines = new List<string>();
        foreach (string table in tables)
        {
            using DuckDbResult result = connection.Query($"SELECT * FROM results.{table}");
            while (result.NextChunk() is { } chunk)
            {
                for (int row = 0; row < chunk.RowCount; row++)
                {
                    var values = Enumerable.Range(0, chunk.ColumnCount)
                        .Select(c => Convert.ToString(chunk[c].GetValue(row), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "null");
                    lines.Add($"{table} | {string.Join(" | ", values)}");
                }
            }
        }
        return Sorted(lines);
    }

    private static string[] Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
