namespace SparkEtl.Processing.Claims.Options;

/// <summary>A backfill: a column that is null is filled from the rows of another table, the donors. It never adds, drops or reorders rows.</summary>
public sealed record BackfillOptions
{
    /// <summary>The table that has the column.</summary>
    public required string Table { get; init; }

    /// <summary>The column that is filled where it is null.</summary>
    public required string Column { get; init; }

    /// <summary>The table of the donors.</summary>
    public required string FromTable { get; init; }

    /// <summary>The column of this table that says which donors: those whose <see cref="FromKey"/> equals it.</summary>
    public required string Key { get; init; }

    /// <summary>The donors' column that <see cref="Key"/> is compared with.</summary>
    public string FromKey { get; init; } = "ID";

    /// <summary>The donors' column that is taken; null when it has the name of <see cref="Column"/>.</summary>
    public string? FromColumn { get; init; }

    /// <summary>Which of several donors counts.</summary>
    public DonorChoice Which { get; init; }

    /// <summary>Which rows may give, as a boolean expression in Spark SQL over the donors' columns; null when all may.</summary>
    public string? Where { get; init; }
}
