namespace SparkEtl.Warehouse.Servers;

/// <summary>Rows that an engine can carry to a server over connections of its own.</summary>
internal interface IEngineRows
{
    /// <summary>Whether it should: the settings say so, or there are many.</summary>
    Task<bool> AreForEngineAsync(CancellationToken cancellation);

    /// <summary>Appends them to a staging table, each row committed when this returns. How many there are.</summary>
    /// <exception cref="WarehouseException">The server cannot be reached or refuses, or the rows cannot be computed.</exception>
    Task<long> AppendAsync(EngineTable table, CancellationToken cancellation);
}
