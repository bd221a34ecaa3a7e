namespace SparkEtl.DuckDb;

/// <summary>A scan that several threads share.</summary>
public interface ISharedScan : IDisposable
{
    /// <summary>How many threads it can make use of.</summary>
    int MaxThreads { get; }

    /// <summary>A thread's part in it. Called by several threads at once; each part is then used by one at a time.</summary>
    ITableScan OpenPart();
}
