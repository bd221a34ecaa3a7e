namespace SparkEtl.Warehouse;

/// <summary>A place that results are published in.</summary>
internal interface ITarget
{
    /// <summary>What and where it is, as a report says it; holds no secret.</summary>
    string Description { get; }

    /// <summary>Publishes tables together: readers see all of them or none. The number of rows of each.</summary>
    /// <exception cref="WarehouseException">The target cannot be written; the old tables are as they were.</exception>
    Task<IReadOnlyList<(string Table, long Rows)>> PublishAsync(RunRecord run, IEnumerable<PublishedTable> tables, CancellationToken cancellation);

    /// <summary>Says why nothing can be published there, or null when it can. Changes nothing.</summary>
    Task<string?> WhyNotReachableAsync(CancellationToken cancellation);
}
