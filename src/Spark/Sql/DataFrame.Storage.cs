using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Sql;

/// <content>Kept rows, views, writers.</content>
public sealed partial class DataFrame
{
    /// <summary>Keeps the rows from their first use on, for every query over this frame, made before or after.</summary>
    /// <returns>This frame.</returns>
    public DataFrame Persist() => Persist(Sql.StorageLevel.MEMORY_AND_DISK);

    /// <inheritdoc cref="Persist()"/>
    public DataFrame Persist(StorageLevel storageLevel)
    {
        ArgumentNullException.ThrowIfNull(storageLevel);
        Session.State.Kept.Add(Plan, storageLevel);
        return this;
    }

    /// <inheritdoc cref="Persist()"/>
    public DataFrame Cache() => Persist();

    /// <summary>How the rows are kept; <see cref="Sql.StorageLevel.NONE"/> when they are not.</summary>
    public StorageLevel StorageLevel() => Session.State.Kept.LevelOf(Plan) ?? Sql.StorageLevel.NONE;

    /// <summary>Keeps the rows no longer, and forgets them.</summary>
    /// <param name="blocking">Whether Spark waits until every machine has forgotten them.</param>
    /// <returns>This frame.</returns>
    public DataFrame Unpersist(bool blocking = false)
    {
        Session.State.Forget(Plan);
        return this;
    }

    /// <summary>A frame over the rows as they are now, whatever becomes of their sources; kept until the session ends.</summary>
    /// <param name="eager">Whether the rows are computed now; else at their first use.</param>
    public DataFrame Checkpoint(bool eager = true) => LocalCheckpoint(eager);

    /// <inheritdoc cref="Checkpoint"/>
    public DataFrame LocalCheckpoint(bool eager = true)
    {
        var checkpoint = new Persisted(Plan, new PersistedRows());
        if (eager)
        {
            Session.Runner.Materialise(checkpoint, CancellationToken.None);
        }

        return With(checkpoint);
    }

    /// <summary>A name for this frame in the session's SQL.</summary>
    /// <param name="viewName">A name without a database.</param>
    /// <exception cref="AnalysisException">There is a view of that name.</exception>
    public void CreateTempView(string viewName) => Session.Views.Create(ViewName(viewName), Plan);

    /// <summary>A name for this frame in the session's SQL, in the place of a view that has it.</summary>
    /// <param name="viewName">A name without a database.</param>
    public void CreateOrReplaceTempView(string viewName) => Session.Views.Replace(ViewName(viewName), Plan);

    /// <summary>A name for this frame in the SQL of every session of the engine: <c>global_temp.name</c>.</summary>
    /// <param name="viewName">A name without a database.</param>
    /// <exception cref="AnalysisException">There is a view of that name.</exception>
    public void CreateGlobalTempView(string viewName) => Session.State.GlobalViews.Create(GlobalViewName(viewName), Plan);

    /// <summary>A name for this frame in the SQL of every session of the engine, in the place of a view that has it.</summary>
    /// <param name="viewName">A name without a database.</param>
    public void CreateOrReplaceGlobalTempView(string viewName) => Session.State.GlobalViews.Replace(GlobalViewName(viewName), Plan);

    /// <summary>Writes the rows to files or a table.</summary>
    public DataFrameWriter Write() => new(this);

    /// <summary>Writes the rows to a table of the catalog.</summary>
    /// <param name="table">The table's name.</param>
    public DataFrameWriterV2 WriteTo(string table) => new(this, SparkSqlParser.ParseTableName(table));

    /// <summary>The files that the rows are read from, as far as they are known; folders are listed.</summary>
    public IEnumerable<string> InputFiles() => SourceFiles.Of(Plan);

    private static string ViewName(string name) => SparkSqlParser.ParseTableName(name) is [var only]
        ? only
        : throw new AnalysisException("TEMP_VIEW_NAME_TOO_MANY_NAME_PARTS", $"A temporary view has a name without a database, found '{name}'.");

    private static string GlobalViewName(string name) => SparkSqlParser.ParseTableName(name) switch
    {
        [var only] => only,
        [var database, var only] when database.Equals(SessionTables.GlobalDatabase, StringComparison.OrdinalIgnoreCase) => only,
        _ => throw new AnalysisException("TEMP_VIEW_NAME_TOO_MANY_NAME_PARTS", $"A global view is in the database global_temp, found '{name}'."),
    };
}
