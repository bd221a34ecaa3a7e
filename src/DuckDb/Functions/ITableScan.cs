namespace SparkEtl.DuckDb;

/// <summary>A scan under way. Called by one thread at a time, not always the same.</summary>
public interface ITableScan : IDisposable
{
    /// <summary>Writes the next rows from row 0 on, at most <see cref="DataChunk.Capacity"/>.</summary>
    /// <param name="output">The columns to write, without nulls.</param>
    /// <returns>How many rows were written; 0 at the end.</returns>
    int Fill(DataChunk output);
}
