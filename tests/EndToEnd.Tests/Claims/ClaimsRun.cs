using System.Globalization;
using SparkEtl.EndToEnd.Tests.Servers;
using SparkEtl.Processing.Claims;
using SparkEtl.Processing.Claims.Options;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Processing.Pipelines.Reports;
using SparkEtl.Processing.Pipelines.Results;
using SparkEtl.Processing.Pipelines.Sources;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.EndToEnd.Tests.Claims;

/// <summary>What the claims job makes of a folder of CSV files on the embedded engine, as text.</summary>
internal static class ClaimsRun
{
    private static readonly ClaimsOptions s_options = new() { Output = "cleaned", PartitionBy = [] };

    /// <summary>Runs the job.</summary>
    /// <returns>Results, cleaned tables and the three report tables by the names of the reference, their rows sorted.</returns>
    public static IReadOnlyDictionary<string, TextTable> Run(SparkSession session, string folder)
    {
        IPipeline pipeline = new ClaimsPipeline();
        var sources = new SourceFrames();
        foreach (Source source in pipeline.Sources(s_options))
            sources.Add(source, Read(session, source, Path.Combine(folder, $"{source.Name}.csv")));
        PipelineResult result = pipeline.Transform(sources, s_options);
        var tables = new Dictionary<string, TextTable>();
        foreach (FileOutput file in result.Files)
            tables.Add(file.Name, Table(file.Frame));
        foreach (MeasuredFrame measured in result.Measured)
            measured.Frame.Count();
        foreach (ResultTable table in result.Tables)
            tables.Add(table.Name, Table(table.Frame));
        var metrics = new RunMetrics();
        foreach (string name in result.Metrics)
            metrics.Add(name, session.ObservedMetrics(name));
        AddReport(tables, pipeline.Report(metrics, s_options));
        session.Catalog.ClearCache();
        return tables;
    }

    private static DataFrame Read(SparkSession session, Source source, string file)
    {
        DataFrameReader Reader() => session.Read().Option("header", true).Option("mode", "FAILFAST").Option("multiLine", true)
            .Option("escape", "\"").Option("enforceSchema", false);
        var types = source.Columns.ToDictionary(c => c.Name, c => c.Type);
        IEnumerable<string> schema = Reader().Csv(file).Columns().Select(c => $"`{c}` {types.GetValueOrDefault(c, "string")}");
        return Reader().Schema(string.Join(", ", schema)).Csv(file);
    }

    private static TextTable Table(DataFrame frame)
    {
        StructType schema = frame.Schema();
        return new TextTable(
            [.. schema.Fields.Select(f => f.Name)],
            [.. schema.Fields.Select(f => f.DataType.SimpleString)],
            [.. frame.Collect().Select(row => row.Values.Select(Text).ToArray())]).Sorted();
    }

    private static string? Text(object? value) => value switch
    {
        Timestamp time when time.Microsecond == 0 => time.ToDateTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null,
    };

    private static void AddReport(Dictionary<string, TextTable> tables, IReadOnlyList<ReportLine> report)
    {
        string[] steps = ["drop null rows", "backfill", "filter"];
        tables["report_step"] = Lines(report.OfType<StepLine>().Select(l => new object[]
            { Array.IndexOf(steps, l.Step) + 1, l.Step, l.Table, l.RowsIn, l.RowsOut, l.RowsChanged }));
        tables["report_backfill"] = Lines(report.OfType<BackfillLine>().Select(l => new object[] { l.Table, l.Column, l.Filled, l.StillNull, l.Conflicts }));
        // The reference names a rule by its column: id_not_negative is 'ID', 'not negative'.
        tables["report_filter"] = Lines(report.OfType<FilterLine>().GroupBy(l => l.Table).SelectMany(rules => rules.Select((l, i) =>
        {
            int split = l.Rule.LastIndexOf("_not_", StringComparison.Ordinal);
            return new object[] { l.Table, i + 1, l.Rule[..split].ToUpperInvariant(), l.Rule[(split + 1)..].Replace('_', ' '), l.Dropped };
        })));
    }

    private static TextTable Lines(IEnumerable<object[]> lines) =>
        new TextTable([], [], [.. lines.Select(line => line.Select(Text).ToArray())]).Sorted();
}
