namespace SparkEtl.Processing.Claims.Options;

/// <summary>The settings of the claims job: section <c>claims</c> of the configuration. Without any it cleans by the rules described in docs/claims.md.</summary>
public sealed record ClaimsOptions
{
    /// <summary>What makes a row stay, in the order in which a broken rule is looked for.</summary>
    public IReadOnlyList<RuleOptions> Rules { get; init; } = ClaimsDefaults.Rules;

    /// <summary>Which null columns are filled from other tables, in the order in which it happens.</summary>
    public IReadOnlyList<BackfillOptions> Backfills { get; init; } = ClaimsDefaults.Backfills;

    /// <summary>Columns left out when rows whose every column is null are dropped.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>The folder for the cleaned tables as Parquet; null when they are not written.</summary>
    public string? Output { get; init; }

    /// <summary>The columns that the cleaned tables are partitioned by, per table those that it has; of a timestamp its date.</summary>
    public IReadOnlyList<string> PartitionBy { get; init; } = ["PROGRAM_ID", "DATE_CREATED"];
}
