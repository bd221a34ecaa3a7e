namespace SparkEtl.Processing.Visits;

/// <summary>What the visits pipeline reads.</summary>
public sealed record VisitsOptions
{
    /// <summary>The column that says when a visit was.</summary>
    public const string DateColumn = "visit_date";

    /// <summary>The folder whose CSV files are read, all of them; a relative path starts at the folder of the configuration file.</summary>
    public required string Path { get; init; }

    /// <summary>The columns that are read, <c>visit_date</c> among them; no others are converted.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [DateColumn];
}
