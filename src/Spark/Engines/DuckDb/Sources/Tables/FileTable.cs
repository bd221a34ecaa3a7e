using SparkEtl.DuckDb;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

/// <summary>Files that are read in C#, as the engine's function <see cref="FileTables.Function"/> gives them.</summary>
internal abstract class FileTable
{
    /// <summary>The columns, all that a scan can be asked for.</summary>
    public abstract StructType Schema { get; }

    /// <summary>Whether there are no rows because there are no columns.</summary>
    public virtual bool IsEmpty => Schema.Fields.Count == 0;

    /// <summary>Starts a scan.</summary>
    /// <param name="columns">The wanted columns by position, -1 for one that nobody looks at.</param>
    public abstract ISharedScan Open(IReadOnlyList<int> columns);
}
