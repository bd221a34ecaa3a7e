using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Sql;

/// <summary>Where a session finds a table by name: its own views, global views, the engine's catalogue.</summary>
internal sealed class SessionTables(SessionState state, ViewRegistry views) : ITableResolver
{
    /// <summary>The database of global views.</summary>
    public const string GlobalDatabase = "global_temp";

    /// <summary>The one database of the engine's own tables.</summary>
    public const string DefaultDatabase = "default";

    public IEnumerable<string> Names =>
        views.Names.Concat(state.GlobalViews.Names.Select(n => $"{GlobalDatabase}.{n}")).Concat(state.Engine.Tables);

    public Relation? Resolve(Seq<string> name) => name switch
    {
        [var view] => views.Find(view) ?? state.Engine.Table(name),
        [var database, var view] when Same(database, GlobalDatabase) => state.GlobalViews.Find(view),
        [var database, var table] when Same(database, DefaultDatabase) => state.Engine.Table([table]),
        _ => state.Engine.Table(name),
    };

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
