using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SparkEtl.Processing.Pipelines.Reports;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Runs;

/// <summary>What a run says at its end: what each step did, and what was published.</summary>
internal static class RunReport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(
        TextWriter to, LogFormat format, string pipeline, IReadOnlyList<ReportLine> lines, IReadOnlyList<(string Table, long Rows)> published, string target)
    {
        if (format == LogFormat.Json)
        {
            to.WriteLine(JsonSerializer.Serialize(
                new
                {
                    pipeline,
                    report = lines.Select(l => (object)l),
                    published = published.Select(p => new { table = p.Table, rows = p.Rows }),
                    target,
                },
                Json));
            return;
        }

        to.WriteLine($"{pipeline}:");
        var width = lines.Select(l => l.Table.Length).Concat(published.Select(p => p.Table.Length)).DefaultIfEmpty(0).Max();
        string? last = null;
        foreach (var line in lines)
        {
            to.WriteLine($"  {(line.Table == last ? string.Empty : line.Table).PadRight(width)}  {line.Text}");
            last = line.Table;
        }

        foreach (var (table, rows) in published)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {table.PadRight(width)}  {rows:N0} row{(rows == 1 ? string.Empty : "s")} published in {target}"));
        }
    }
}
