using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SparkEtl.Spark.Dialects.SparkSql;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Spark.Engines.Jvm.Launching;
using SparkEtl.Spark.Engines.Jvm.Sessions;
using SparkEtl.Spark.Engines.Jvm.Statements;
using SparkEtl.Spark.Engines.Jvm.Wire;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Spark.Engines.Jvm;

/// <summary>
/// The engine on stock Apache Spark: plans become Spark SQL between Datasets, which a JVM of this program runs. An action is one call.
/// </summary>
internal sealed class JvmEngine : IEngine
{
    private readonly JvmEngineOptions options;
    private readonly ViewNames names = new();
    private readonly ConditionalWeakTable<ScanSource, string> reads = [];
    private readonly ConcurrentDictionary<PersistedRows, string> kept = new();
    private volatile string description = "sparketl";

    /// <summary>Starts the JVM, unless spark-submit did, and a session in it.</summary>
    /// <exception cref="LaunchException">There is no Spark or no fitting Java, or the JVM did not start.</exception>
    /// <param name="options">Its settings.</param>
    /// <param name="cancellation">Stops the start; an engine that has started it does not stop.</param>
    public JvmEngine(JvmEngineOptions options, CancellationToken cancellation = default)
    {
        this.options = options;
        try
        {
            Session = JvmSession.Start(options.Driver, options.Settings, Surroundings.OfThisProcess(), cancellation);
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && e is not OperationCanceledException)
        {
            // What stops the program may have ended the JVM too.
            throw new OperationCanceledException("The start of Spark was stopped.", e, cancellation);
        }
    }

    public string Description => $"Apache Spark {Session.Version}, "
        + (Session.SubmittedAs is null ? Session.Master : $"started by spark-submit, master {Session.Master}, deploy mode {Session.SubmittedAs}")
        + $", application {Session.ApplicationId}"
        + (Session.UiAddress is null ? string.Empty : $", UI {Session.UiAddress}");

    public string SparkVersion => Session.Version;

    public IReadOnlyList<string> Tables
    {
        get
        {
            var answer = Session.Call("tables", new WireWriter().Text(ViewNames.Prefix), sql: null);
            var tables = new string[answer.ReadInt32()];
            for (var i = 0; i < tables.Length; i++)
            {
                tables[i] = answer.ReadText()!;
            }

            return tables;
        }
    }

    /// <summary>The session in the JVM.</summary>
    internal JvmSession Session { get; }

    public void Configure(string key, string value)
    {
        if (key == SparkContext.DescriptionKey)
        {
            description = value;
        }

        // The others are read when a session starts.
        if (SparkSettings.IsModifiable(key))
        {
            Session.Call("configure", new WireWriter().Options([new(key, value)]), sql: null);
        }
    }

    public Scan Read(ScanSource source, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (source is ExternalSource external)
        {
            JdbcAddress.Require(external);
            Session.Secrets.Add(external.Options);
        }

        var view = names.New();
        var schema = WireTypes.ReadSchema(Session.Call("read", ReadRequest(source, view), sql: null), "what is read");
        return Define(source, view, schema);
    }

    public Scan? Table(Seq<string> name)
    {
        var view = names.New();
        var request = new WireWriter().Text(view).Text(string.Join('.', name.Map(SparkDialect.Instance.Quote)));
        var answer = Session.Call("table", request, sql: null);
        return answer.ReadBoolean() ? Define(new TableSource(name), view, WireTypes.ReadSchema(answer, $"the table {string.Join('.', name)}")) : null;
    }

    public IQueryRun Run(Relation plan, CancellationToken cancellation)
    {
        var tail = plan as Tail;
        var input = tail?.Input ?? plan;
        var schema = new StructType(input.Output.Map(a => new StructField(a.Name, a.Type, a.Nullable)));
        var statement = Statement(input);
        var answer = Act(statement, action => action.Collect(tail?.Count), cancellation);
        var found = WireTypes.ReadSchema(answer, "the result");
        var result = answer.ReadInt64();
        if (result < 0)
        {
            throw new DefectException(
                $"Spark's types of a result differ from the plan's: expected {schema.SimpleString}, found {found.SimpleString}.\nThe statement: {statement.Sql}");
        }

        return new JvmRun(Session, schema, result, Metrics(statement, answer), answer);
    }

    public IReadOnlyList<ObservedMetrics> Write(Relation plan, WriteRequest request, CancellationToken cancellation)
    {
        Session.Secrets.Add(request.Options);
        var statement = Statement(plan);
        return Metrics(statement, Act(statement, action => action.Write(request), cancellation));
    }

    // Under names of their own, so that the same plan has the same text each time.
    public IReadOnlyList<string> Explain(Relation plan) =>
        new JvmStatement(plan is Tail tail ? tail.Input : plan, new ViewNames(), ViewOf, kept.GetValueOrDefault).Texts;

    public string? PhysicalPlan(Relation plan)
    {
        var statement = Statement(plan is Tail tail ? tail.Input : plan);
        return Session.Act(new JvmAction(statement).Explain, "explain", statement.Sql, onProgress: null, CancellationToken.None).ReadText()?.Trim();
    }

    public IReadOnlyList<ObservedMetrics> Materialise(Persisted persisted, CancellationToken cancellation)
    {
        if (kept.ContainsKey(persisted.Rows))
        {
            return [];
        }

        var statement = Statement(persisted);
        statement.Materialise();
        return Metrics(statement, Act(statement, action => action.Nothing, cancellation));
    }

    public void Release(PersistedRows rows)
    {
        if (kept.TryRemove(rows, out var view))
        {
            Session.Release(view);
        }
    }

    public void Dispose() => Session.Dispose();

    private JvmStatement Statement(Relation plan) => new(plan, names, ViewOf, kept.GetValueOrDefault);

    private WireReader Act(JvmStatement statement, Func<JvmAction, Action<WireWriter>> request, CancellationToken cancellation)
    {
        foreach (var text in statement.Texts)
        {
            options.OnStatement?.Invoke(text);
        }

        try
        {
            var answer = Session.Act(request(new JvmAction(statement)), description, statement.Sql, options.OnProgress, cancellation);
            foreach (var (rows, view) in statement.Kept)
            {
                // Two runs at once may both keep them; the second to end gives its own back.
                if (!kept.TryAdd(rows, view))
                {
                    Session.Release(view);
                }
            }

            return answer;
        }
        catch (Exception e) when (e is SparkSqlException or DefectException or OperationCanceledException)
        {
            GiveBack(statement);
            throw;
        }
    }

    // What the action kept before it failed; the failure itself is what the caller has to know.
    private void GiveBack(JvmStatement statement)
    {
        foreach (var (_, view) in statement.Kept)
        {
            try
            {
                Session.Release(view);
            }
            catch (SparkEtlException)
            {
                return;
            }
        }
    }

    private static ObservedMetrics[] Metrics(JvmStatement statement, WireReader answer)
    {
        var count = answer.ReadInt32();
        if (count != statement.Observed.Count)
        {
            throw new DefectException($"{statement.Observed.Count} observed frames ran, and Spark told the metrics of {count}.");
        }

        return [.. statement.Observed.Select(o =>
        {
            var found = WireTypes.ReadSchema(answer, $"the metrics of '{o.Name}'");
            var schema = new StructType(o.Metrics.Map(m => new StructField(m.Name, m.Type, m.Nullable)));
            return found.Fields.Select(f => f.DataType.SimpleString).SequenceEqual(schema.Fields.Select(f => f.DataType.SimpleString))
                ? new ObservedMetrics(o.Name, schema, WireRows.Read(answer, 1, schema)[0])
                : throw new DefectException($"Spark's types of the metrics of '{o.Name}' differ from the plan's: expected {schema.SimpleString}, found {found.SimpleString}.");
        })];
    }

    private Scan Define(ScanSource source, string view, StructType schema)
    {
        reads.AddOrUpdate(source, view);
        return new Scan(source, schema.Fields.Select(f => Plan.Expressions.Attribute.New(f.Name, f.DataType, f.IsNullable)).ToSeq());
    }

    private string ViewOf(ScanSource source) => reads.TryGetValue(source, out var view)
        ? view
        : throw new DefectException($"The read of {source} was made by another engine.");

    private static WireWriter ReadRequest(ScanSource source, string view)
    {
        var (format, options, schema, paths) = source switch
        {
            FileSource files => (files.Format, files.Options, files.Schema, files.Paths),
            ExternalSource external => (external.Format, external.Options, null, []),
            _ => throw new DefectException($"There is no way to read {source}."),
        };
        var request = new WireWriter().Text(view).Text(format).Options(options).Boolean(schema is not null);
        if (schema is not null)
        {
            WireTypes.Write(request, schema);
        }

        return request.Texts(paths).Texts(source is ExternalSource { Predicates: var predicates } ? predicates : []);
    }
}
