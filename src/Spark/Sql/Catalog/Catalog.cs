using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql.Catalog;

/// <summary>The tables, views and functions that a session knows. There is one database, <c>default</c>, beside the views' <c>global_temp</c>.</summary>
public sealed partial class Catalog
{
    private readonly SparkSession session;

    internal Catalog(SparkSession session) => this.session = session;

    /// <summary>The database that a name without one is looked up in: <c>default</c>.</summary>
    public string CurrentDatabase() => SessionTables.DefaultDatabase;

    /// <summary>Chooses the database that a name without one is looked up in.</summary>
    /// <param name="dbName">default, as there is no other.</param>
    /// <exception cref="AnalysisException">There is no such database.</exception>
    public void SetCurrentDatabase(string dbName) => RequireDatabase(dbName);

    /// <summary>Whether there is a database of that name.</summary>
    /// <param name="dbName">A name.</param>
    public bool DatabaseExists(string dbName)
    {
        ArgumentNullException.ThrowIfNull(dbName);
        return Same(dbName, SessionTables.DefaultDatabase) || Same(dbName, SessionTables.GlobalDatabase);
    }

    /// <summary>Whether there is a table or view of that name.</summary>
    /// <param name="tableName">Such as <c>claims</c>, <c>global_temp.claims</c>.</param>
    public bool TableExists(string tableName) => session.Tables.Resolve(SparkSqlParser.ParseTableName(tableName)) is not null;

    /// <summary>Whether there is a table or view of that name in a database.</summary>
    /// <param name="dbName">A database.</param>
    /// <param name="tableName">A name without a database.</param>
    public bool TableExists(string dbName, string tableName) => DatabaseExists(dbName) && session.Tables.Resolve([dbName, tableName]) is not null;

    /// <summary>Whether there is a function of that name.</summary>
    /// <param name="functionName">A name.</param>
    public bool FunctionExists(string functionName)
    {
        ArgumentNullException.ThrowIfNull(functionName);
        return FindFunction(functionName) is not null;
    }

    /// <summary>Whether there is a function of that name in a database: never, as every function is built in and in none.</summary>
    /// <param name="dbName">A database.</param>
    /// <param name="functionName">A name.</param>
    public bool FunctionExists(string dbName, string functionName)
    {
        RequireDatabase(dbName);
        return false;
    }

    /// <summary>A database.</summary>
    /// <param name="dbName">Its name.</param>
    /// <exception cref="AnalysisException">There is no such database.</exception>
    public Database GetDatabase(string dbName) => new(RequireDatabase(dbName), Describe(dbName), string.Empty);

    /// <summary>A table or view.</summary>
    /// <param name="tableName">Such as <c>claims</c>, <c>global_temp.claims</c>.</param>
    /// <exception cref="AnalysisException">There is none.</exception>
    public Table GetTable(string tableName) => Find(SparkSqlParser.ParseTableName(tableName));

    /// <summary>A table or view of a database.</summary>
    /// <param name="dbName">A database.</param>
    /// <param name="tableName">A name without a database.</param>
    /// <exception cref="AnalysisException">There is none.</exception>
    public Table GetTable(string dbName, string tableName) => Find([RequireDatabase(dbName), tableName]);

    /// <summary>A function.</summary>
    /// <param name="functionName">Its name.</param>
    /// <exception cref="AnalysisException">There is none.</exception>
    public Function GetFunction(string functionName)
    {
        ArgumentNullException.ThrowIfNull(functionName);
        return FindFunction(functionName) ?? throw NoFunction(functionName);
    }

    /// <summary>A function of a database: never found, as every function is built in and in none.</summary>
    /// <param name="dbName">A database.</param>
    /// <param name="functionName">Its name.</param>
    /// <exception cref="AnalysisException">Always.</exception>
    public Function GetFunction(string dbName, string functionName)
    {
        RequireDatabase(dbName);
        throw NoFunction($"{dbName}.{functionName}");
    }

    /// <summary>The databases: columns name, catalog, description, locationUri.</summary>
    public DataFrame ListDatabases() => Rows(
        ["name", "catalog", "description", "locationUri"],
        [[SessionTables.DefaultDatabase, "spark_catalog", Describe(SessionTables.DefaultDatabase), string.Empty]]);

    /// <summary>The functions: columns name, catalog, namespace, description, className, isTemporary.</summary>
    public DataFrame ListFunctions()
    {
        var functions = FunctionCatalogue.Names.Where(n => !n.StartsWith('$')).Order(StringComparer.Ordinal).Select(n => FindFunction(n)!);
        return Rows(
            ["name", "catalog", "namespace", "description", "className", "isTemporary"],
            functions.Select(f => new object?[] { f.Name, null, null, f.Description, f.ClassName, f.IsTemporary }));
    }

    /// <summary>The functions, which are there whatever the database.</summary>
    /// <param name="dbName">A database.</param>
    public DataFrame ListFunctions(string dbName)
    {
        RequireDatabase(dbName);
        return ListFunctions();
    }

    /// <summary>The tables and views: columns name, catalog, namespace, description, tableType, isTemporary.</summary>
    public DataFrame ListTables() => ListTables(SessionTables.DefaultDatabase);

    /// <summary>The tables of a database and the session's views: columns name, catalog, namespace, description, tableType, isTemporary.</summary>
    /// <param name="dbName">A database.</param>
    public DataFrame ListTables(string dbName)
    {
        var tables = Same(RequireDatabase(dbName), SessionTables.GlobalDatabase)
            ? session.State.GlobalViews.Names.Select(n => View(n, SessionTables.GlobalDatabase))
            : session.Engine.Tables.Select(Managed);
        return Rows(
            ["name", "catalog", "namespace", "description", "tableType", "isTemporary"],
            tables.Concat(session.Views.Names.Select(n => View(n, null))).Select(t => new object?[]
            {
                t.Name, t.IsTemporary ? null : "spark_catalog", t.Database is null ? null : new object?[] { t.Database }, t.Description, t.TableType, t.IsTemporary,
            }));
    }

    /// <summary>The columns of a table or view: name, description, dataType, nullable, isPartition, isBucket.</summary>
    /// <param name="tableName">Such as <c>claims</c>, <c>global_temp.claims</c>.</param>
    public DataFrame ListColumns(string tableName) => ColumnsOf(SparkSqlParser.ParseTableName(tableName));

    /// <summary>The columns of a table or view of a database: name, description, dataType, nullable, isPartition, isBucket.</summary>
    /// <param name="dbName">A database.</param>
    /// <param name="tableName">A name without a database.</param>
    public DataFrame ListColumns(string dbName, string tableName) => ColumnsOf([RequireDatabase(dbName), tableName]);

    /// <summary>Drops a view of the session.</summary>
    /// <param name="viewName">Its name.</param>
    /// <returns>False when there is none.</returns>
    public bool DropTempView(string viewName) => Drop(session.Views, viewName);

    /// <summary>Drops a global view.</summary>
    /// <param name="viewName">Its name, without <c>global_temp</c>.</param>
    /// <returns>False when there is none.</returns>
    public bool DropGlobalTempView(string viewName) => Drop(session.State.GlobalViews, viewName);

    private bool Drop(ViewRegistry views, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (views.Find(name) is { } relation)
        {
            session.State.Forget(relation);
        }

        return views.Drop(name);
    }

    private Relation Resolve(Seq<string> name) => session.Queries.Bind(new TableSyntax(name)) is Named named ? named.Input : session.Queries.Bind(new TableSyntax(name));

    private Table Find(Seq<string> name)
    {
        _ = Resolve(name);
        return name switch
        {
            [var only] when session.Views.Find(only) is not null => View(only, null),
            [var database, var view] when Same(database, SessionTables.GlobalDatabase) => View(view, SessionTables.GlobalDatabase),
            _ => Managed(name[^1]),
        };
    }

    private DataFrame ColumnsOf(Seq<string> name) => Rows(
        ["name", "description", "dataType", "nullable", "isPartition", "isBucket"],
        Resolve(name).Output.Select(a => new object?[] { a.Name, null, a.Type.SimpleString, a.Nullable, false, false }));

    private DataFrame Rows(string[] columns, IEnumerable<object?[]> rows) => session.Of(
        new StructType(columns.Select(c => new StructField(c, TypeOf(c)))), rows.Select(r => r.ToSeq()).ToSeq());

    private static DataType TypeOf(string column) => column switch
    {
        "nullable" or "isPartition" or "isBucket" or "isTemporary" => SqlTypes.Boolean,
        "namespace" => SqlTypes.ArrayOf(SqlTypes.String),
        _ => SqlTypes.String,
    };

    private string RequireDatabase(string name) => DatabaseExists(name)
        ? name
        : throw new AnalysisException("SCHEMA_NOT_FOUND", $"There is no database '{name}'; there are default and global_temp.");

    private static string Describe(string database) =>
        Same(database, SessionTables.GlobalDatabase) ? "views of all sessions of the engine" : "tables of the engine";

    private static Table View(string name, string? database) => new(name, database, null, "TEMPORARY", isTemporary: true);

    private static Table Managed(string name) => new(name, SessionTables.DefaultDatabase, null, "MANAGED", isTemporary: false);

    private static Function? FindFunction(string name) => !name.StartsWith('$') && FunctionCatalogue.TryFind(name) is { } found
        ? new Function(name.ToLowerInvariant(), found.Note, found.Family)
        : null;

    private static AnalysisException NoFunction(string name) => new("UNRESOLVED_ROUTINE", $"There is no function '{name}'.");

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
