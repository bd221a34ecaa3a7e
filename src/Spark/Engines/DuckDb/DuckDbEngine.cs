using System.Globalization;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using TableSource = SparkEtl.Spark.Plan.Relations.TableSource;

namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>The embedded engine: DuckDB in this process, in memory.</summary>
internal sealed class DuckDbEngine : IEngine
{
    // Deep plans and wide expressions are legitimate here.
    private const string MostExpressionDepth = "100000";

    private readonly DuckDbDatabase database;
    private readonly DuckDbConnection registration;
    private readonly KernelRegistry kernels;
    private readonly DuckDbEngineOptions options;
    private readonly FileScans files;

    public DuckDbEngine(DuckDbEngineOptions options)
    {
        this.options = options;
        database = DuckDbDatabase.Open(new DuckDbOptions
        {
            MemoryLimit = options.Memory,
            Threads = options.Threads,
            TempDirectory = options.TempDirectory ?? Path.Combine(Path.GetTempPath(), $"sparketl-{Environment.ProcessId}"),
            PreserveInsertionOrder = true,
            Settings = new Dictionary<string, string> { ["max_expression_depth"] = MostExpressionDepth },
        });
        registration = database.Connect();
        kernels = new KernelRegistry(registration);
        files = new FileScans(database.Connect);
        Boundaries = new BoundaryStore(this);
    }

    public string Description => $"DuckDB {DuckDbDatabase.Version.TrimStart('v')}, embedded";

    public string SparkVersion => "3.5.9";

    public IReadOnlyList<string> Tables => [];

    private BoundaryStore Boundaries { get; }

    public Scan Read(ScanSource source, CancellationToken cancellation)
    {
        if (source is not FileSource fileSource)
        {
            throw new RefusedException($"Reading {source}", "the embedded engine reads files; use the engine spark for other sources.");
        }

        var schema = files.Describe(fileSource, cancellation);
        return new Scan(fileSource, schema.Fields.Select(f => Plan.Expressions.Attribute.New(f.Name, f.DataType, f.IsNullable)).ToSeq());
    }

    /// <summary>Makes the tables of a DuckDB file readable under a database name: <see cref="Table"/> of [name, schema, table].</summary>
    public void Attach(string path, string name) =>
        Execute($"ATTACH {DuckDbDialect.QuoteText(path)} AS {DuckDbDialect.QuoteName(name)} (READ_ONLY)", CancellationToken.None);

    public Scan? Table(Seq<string> name)
    {
        if (name.Count < 3)
        {
            return null;
        }

        using var connection = database.Connect();
        using var statement = connection.Prepare($"SELECT * FROM {QualifiedName(name)}");
        return new Scan(new TableSource(name), statement.Columns.Select(c => Plan.Expressions.Attribute.New(c.Name, TypeMapping.FromDuckDb(c.Type, $"column {c.Name}"))).ToSeq());
    }

    public IQueryRun Run(Relation plan, CancellationToken cancellation)
    {
        var tail = plan as Tail;
        var run = Boundaries.Prepare(tail?.Input ?? plan, cancellation);
        try
        {
            return new DuckDbRun(this, tail?.Input ?? plan, run, tail?.Count, cancellation);
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    public IReadOnlyList<ObservedMetrics> Write(Relation plan, WriteRequest request, CancellationToken cancellation)
    {
        using var run = Boundaries.Prepare(plan, cancellation);
        var sql = Generator(run.Tables).WritePositional(plan);
        using var connection = database.Connect();
        FileWrites.Write(connection, sql, plan.Output, request, statement => Announce(statement), cancellation);
        GC.KeepAlive(plan);
        return run.Observed;
    }

    public IReadOnlyList<string> Explain(Relation plan) => Boundaries.Explain(plan is Tail tail ? tail.Input : plan);

    public IReadOnlyList<ObservedMetrics> Materialise(Persisted persisted, CancellationToken cancellation)
    {
        using var run = Boundaries.Prepare(persisted, cancellation);
        return run.Observed;
    }

    public void Release(PersistedRows rows) => Boundaries.Release(rows);

    public void Dispose()
    {
        registration.Dispose();
        database.Dispose();
    }

    /// <summary>A generator of one statement that finds boundaries in those tables.</summary>
    internal SqlGenerator Generator(IReadOnlyDictionary<Relation, BoundaryTable> tables) => new(DuckDbDialect.Instance, new Sources(this, tables));

    internal DuckDbConnection Connect() => database.Connect();

    /// <summary>Runs a statement for its effect.</summary>
    internal void Execute(string sql, CancellationToken cancellation)
    {
        Announce(sql);
        using var connection = database.Connect();
        try
        {
            using var progress = ProgressWatch.Start(connection, options.OnProgress);
            connection.Execute(sql, cancellation);
        }
        catch (DuckDbException e)
        {
            throw DuckDbErrors.Translate(e, sql);
        }
    }

    internal void Announce(string sql) => options.OnStatement?.Invoke(sql);

    internal IDisposable WatchProgress(DuckDbConnection connection) => ProgressWatch.Start(connection, options.OnProgress);

    internal static string TableName(long number) => string.Create(CultureInfo.InvariantCulture, $"rows_{number}");

    private static string QualifiedName(Seq<string> name) => string.Join('.', name.Map(DuckDbDialect.QuoteName));

    private sealed class Sources(DuckDbEngine engine, IReadOnlyDictionary<Relation, BoundaryTable> tables) : IStatementSources
    {
        public ScanText Scan(Scan scan) => scan.Source switch
        {
            FileSource source => engine.files.Text(source, scan.Columns),
            TableSource table => new ScanText(QualifiedName(table.Name), alias => scan.Columns.Map(c =>
                $"CAST({alias}.{DuckDbDialect.QuoteName(c.Name)} AS {DuckDbDialect.Instance.TypeName(c.Type)})")),
            _ => throw new RefusedException($"Reading {scan.Source}", "the embedded engine reads files; use the engine spark for other sources."),
        };

        public BoundaryTable? Boundary(Relation boundary) => tables.GetValueOrDefault(boundary);

        public string Kernel(Function function, KernelSite site, Kernel kernel) => engine.kernels.Scalar(function, site, kernel);

        public string Aggregate(Function function, KernelSite site, AggregateKernel kernel) => engine.kernels.Aggregate(function, site, kernel);
    }
}
