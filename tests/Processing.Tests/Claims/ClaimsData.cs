using SparkEtl.Processing.Claims;
using SparkEtl.Processing.Claims.Options;
using SparkEtl.Processing.Pipelines.Sources;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Processing.Tests.Claims;

/// <summary>A handful of rows of the four tables, written as CSV, and what the claims job makes of them.</summary>
internal sealed class ClaimsData
{
    private readonly Dictionary<string, List<string>> rows = ClaimsTables.Names.ToDictionary(t => t, _ => new List<string>());
    private readonly HashSet<(string Table, string Column)> missing = [];

    /// <summary>ID, PROGRAM_ID, STATUS, TYPE, DATE_CREATED.</summary>
    public ClaimsData Treatments(params string[] lines) => Add(ClaimsTables.Treatment, lines);

    /// <summary>ID, TREATMENT_ID, PROGRAM_ID, TYPE, STATUS, AMOUNT, DATE_CREATED.</summary>
    public ClaimsData Claims(params string[] lines) => Add(ClaimsTables.Claim, lines);

    /// <summary>ID, TREATMENT_ID, STATUS, DATE_CREATED.</summary>
    public ClaimsData Invoices(params string[] lines) => Add(ClaimsTables.Invoice, lines);

    /// <summary>ID, INVOICE_ID, PRODUCT_ID, STATUS, AMOUNT, DATE_CREATED.</summary>
    public ClaimsData Items(params string[] lines) => Add(ClaimsTables.InvoiceItem, lines);

    /// <summary>The source does not have the column, whatever the rows say.</summary>
    public ClaimsData Without(string table, string column)
    {
        missing.Add((table, column));
        return this;
    }

    /// <summary>The frames that a run would read.</summary>
    public SourceFrames Sources(ClaimsOptions? options = null)
    {
        var frames = new SourceFrames();
        foreach (Source source in new ClaimsPipeline().Sources(options ?? new ClaimsOptions()))
        {
            DataFrame frame = Some.Frame(string.Join(", ", source.Columns.Select(c => $"{c.Name} {c.Type}")), rows[source.Name]);
            frames.Add(source, frame.Drop([.. missing.Where(m => m.Table == source.Name).Select(m => m.Column)]));
        }
        return frames;
    }

    /// <summary>Runs the job.</summary>
    public PipelineRun Run(ClaimsOptions? options = null) => new(new ClaimsPipeline(), options ?? new ClaimsOptions(), Sources(options));

    /// <summary>A cleaned table's rows.</summary>
    public string[] Cleaned(string table, ClaimsOptions? options = null) =>
        Run((options ?? new ClaimsOptions()) with { Output = "cleaned", PartitionBy = [] })[$"cleaned/{table}"];

    private ClaimsData Add(string table, string[] lines)
    {
        rows[table].AddRange(lines);
        return this;
    }
}
