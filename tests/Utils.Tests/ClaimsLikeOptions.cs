namespace SparkEtl.Utils.Tests;

/// <summary>Options as a pipeline declares them: plain records that know nothing of YAML.</summary>
internal sealed record ClaimsLikeOptions
{
    public IReadOnlyList<RuleLikeOptions> Rules { get; init; } = [];

    public IReadOnlyList<BackfillLikeOptions> Backfills { get; init; } = [];

    public IReadOnlyList<string> Ignore { get; init; } = [];

    public string? Output { get; init; }

    public IReadOnlyList<string> PartitionBy { get; init; } = [];
}

internal sealed record RuleLikeOptions(string Table, string Name, string Expression);

internal sealed record BackfillLikeOptions
{
    public required string Table { get; init; }

    public required string Column { get; init; }

    public required string FromTable { get; init; }

    public required string Key { get; init; }

    public string FromKey { get; init; } = "ID";

    public string? FromColumn { get; init; }

    public Donor Which { get; init; }

    public string? Where { get; init; }
}

internal enum Donor
{
    SmallestId,
    Earliest,
}

internal sealed record VisitsLikeOptions
{
    public required string Path { get; init; }

    public IReadOnlyList<string> Columns { get; init; } = [];
}
