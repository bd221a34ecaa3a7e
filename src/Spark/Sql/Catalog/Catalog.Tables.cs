using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql.Catalog;

/// <content>Tables kept in memory, and tables made of files.</content>
public sealed partial class Catalog
{
    /// <summary>Keeps the rows of a table or view from their first use on.</summary>
    /// <param name="tableName">Such as <c>claims</c>.</param>
    public void CacheTable(string tableName) => session.State.Kept.Add(Resolve(SparkSqlParser.ParseTableName(tableName)), StorageLevel.MEMORY_AND_DISK);

    /// <summary>Keeps the rows of a table or view no longer.</summary>
    /// <param name="tableName">Such as <c>claims</c>.</param>
    public void UncacheTable(string tableName) => session.State.Forget(Resolve(SparkSqlParser.ParseTableName(tableName)));

    /// <summary>Whether the rows of a table or view are kept.</summary>
    /// <param name="tableName">Such as <c>claims</c>.</param>
    public bool IsCached(string tableName) => session.State.Kept.LevelOf(Resolve(SparkSqlParser.ParseTableName(tableName))) is not null;

    /// <summary>Keeps no rows any longer, of tables, views and frames.</summary>
    public void ClearCache() => Forget(session.State.Kept.All);

    /// <summary>Reads a table or view anew when its rows are kept.</summary>
    /// <param name="tableName">Such as <c>claims</c>.</param>
    public void RefreshTable(string tableName)
    {
        var relation = Resolve(SparkSqlParser.ParseTableName(tableName));
        if (session.State.Kept.LevelOf(relation) is { } level)
        {
            session.State.Forget(relation);
            session.State.Kept.Add(relation, level);
        }
    }

    /// <summary>Reads anew what is kept of files below a path.</summary>
    /// <param name="path">A file or folder.</param>
    public void RefreshByPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        foreach (var relation in session.State.Kept.All.Where(r => Reads(r, path)))
        {
            var level = session.State.Kept.LevelOf(relation) ?? StorageLevel.MEMORY_AND_DISK;
            session.State.Forget(relation);
            session.State.Kept.Add(relation, level);
        }
    }

    /// <summary>Refused: a table over files in the catalog.</summary>
    /// <param name="tableName">The table's name.</param>
    /// <param name="path">Its files.</param>
    /// <exception cref="RefusedException">Always.</exception>
    public DataFrame CreateTable(string tableName, string path) => throw NoTables();

    /// <inheritdoc cref="CreateTable(string, string)"/>
    public DataFrame CreateTable(string tableName, string path, string source) => throw NoTables();

    /// <inheritdoc cref="CreateTable(string, string)"/>
    public DataFrame CreateTable(string tableName, string source, IDictionary<string, string> options) => throw NoTables();

    /// <inheritdoc cref="CreateTable(string, string)"/>
    public DataFrame CreateTable(string tableName, string source, string description, IDictionary<string, string> options) => throw NoTables();

    /// <inheritdoc cref="CreateTable(string, string)"/>
    public DataFrame CreateTable(string tableName, string source, StructType schema, IDictionary<string, string> options) => throw NoTables();

    /// <inheritdoc cref="CreateTable(string, string)"/>
    public DataFrame CreateTable(
        string tableName, string source, StructType schema, string description, IDictionary<string, string> options) => throw NoTables();

    /// <summary>Refused: finds the partitions of a table of the catalog.</summary>
    /// <param name="tableName">The table's name.</param>
    /// <exception cref="RefusedException">Always.</exception>
    public void RecoverPartitions(string tableName) => throw new RefusedException(
        "Catalog.RecoverPartitions", "there are no tables over files in the catalog. A read of the folder finds its partitions by itself.");

    private void Forget(IEnumerable<Relation> relations)
    {
        foreach (var relation in relations)
        {
            session.State.Forget(relation);
        }
    }

    private static bool Reads(Relation relation, string path) => Recursion.Run(() =>
        (relation is Scan { Source: FileSource files } && files.Paths.Any(p => p.StartsWith(path, StringComparison.Ordinal)))
        || relation.Inputs.Any(i => Reads(i, path)));

    private static RefusedException NoTables() => new(
        "Catalog.CreateTable", "there are no tables over files in the catalog. Read the files and name them: Read().Load(path).CreateOrReplaceTempView(name).");
}
