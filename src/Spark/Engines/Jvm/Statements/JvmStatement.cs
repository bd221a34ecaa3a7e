using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Dialects.SparkSql;
using SparkEtl.Spark.Engines.Jvm.Wire;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Engines.Jvm.Statements;

/// <summary>
/// A plan as the JVM runs it: the views that its text refers to, innermost first, and the text between them. Everything goes over in one
/// request.
/// </summary>
internal sealed class JvmStatement
{
    // Fewer values than this stand in the text; a view costs some ten milliseconds.
    private const int ValuesInText = 400;

    private readonly ViewNames names;
    private readonly Func<ScanSource, string> viewOf;
    private readonly Func<PersistedRows, string?> keptView;
    private readonly Dictionary<Relation, BoundaryTable> tables = new(ReferenceEqualityComparer.Instance);
    private readonly List<JvmStep> steps = [];
    private readonly List<Observe> observed = [];
    private readonly List<(PersistedRows Rows, string View)> kept = [];
    private readonly HashSet<Relation> seen = new(ReferenceEqualityComparer.Instance);
    private readonly ObservedUses uses;
    private readonly Relation plan;

    /// <summary>Writes the statement of a plan.</summary>
    /// <param name="plan">The plan, without a <see cref="Tail"/>.</param>
    /// <param name="names">New names for views.</param>
    /// <param name="viewOf">The view of a read.</param>
    /// <param name="keptView">The view of kept rows; null for rows that are not kept yet.</param>
    public JvmStatement(Relation plan, ViewNames names, Func<ScanSource, string> viewOf, Func<PersistedRows, string?> keptView)
    {
        this.names = names;
        this.viewOf = viewOf;
        this.keptView = keptView;
        this.plan = plan;
        uses = new ObservedUses(plan, rows => keptView(rows) is not null);
        Visit(plan);
    }

    /// <summary>The observed relations that run with it, in the order of their metrics.</summary>
    public IReadOnlyList<Observe> Observed => observed;

    /// <summary>The rows that it begins to keep, and under which views.</summary>
    public IReadOnlyList<(PersistedRows Rows, string View)> Kept => kept;

    /// <summary>The text of the plan itself.</summary>
    public string Sql => field ??= Generator().Write(plan);

    /// <summary>The types of its columns, a line each.</summary>
    public string Types => string.Concat(plan.Output.Select(a => a.Type.SimpleString + "\n"));

    /// <summary>All texts, for people.</summary>
    public IReadOnlyList<string> Texts => [.. steps.Select(s => s.Text), Sql];

    /// <summary>Writes the steps for the JVM.</summary>
    /// <param name="to">The request.</param>
    /// <param name="runs">False to make views only, without keeping or observing anything.</param>
    public void WriteSteps(WireWriter to, bool runs = true)
    {
        to.Int32(steps.Count);
        foreach (var step in steps)
        {
            var written = !runs && step is QueryStep query
                ? query with { ObservedAs = null, Metrics = [], Persist = false, Keep = false, Materialise = false }
                : step;
            written.Write(to);
        }
    }

    /// <summary>Has the rows of the plan's outermost relation, which is to be kept, computed now.</summary>
    public void Materialise()
    {
        if (steps is [.., QueryStep { Keep: true } last])
        {
            steps[^1] = last with { Materialise = true };
        }
    }

    private void Visit(Relation relation) => Recursion.Run(() =>
    {
        if (!seen.Add(relation))
        {
            return true;
        }

        if (relation is Persisted persisted && keptView(persisted.Rows) is { } view)
        {
            tables.Add(relation, new BoundaryTable(view));
            return true;
        }

        foreach (var input in relation.Inputs.Concat(SubqueriesOf.Relation(relation)))
        {
            Visit(input);
        }

        switch (relation)
        {
            case LocalData data when data.Rows.Count * data.Columns.Count > ValuesInText:
                Add(data, new LocalRowsStep(names.New(), data));
                break;
            case Observe observe:
                AddObserved(observe);
                break;
            case Persisted added:
                var name = names.New();
                kept.Add((added.Rows, name));
                Add(added, new QueryStep(name, Positional(added), null, [], Persist: true, Keep: true, Materialise: uses.Observes(added)));
                break;
            default:
                break;
        }

        return true;
    });

    private void AddObserved(Observe observe)
    {
        var name = names.New();
        var precedes = uses.MustPrecede(observe);
        observed.Add(observe);
        Add(observe, new QueryStep(name, Positional(observe), name, Metrics(observe), precedes, Keep: false, precedes));
    }

    private void Add(Relation relation, JvmStep step)
    {
        steps.Add(step);
        tables.Add(relation, new BoundaryTable(step.View));
    }

    private string Positional(Relation boundary) => Generator().WritePositional(boundary.Inputs[0]);

    // Over the columns of the step's own rows, c0, c1, ..., without a table.
    private Seq<string> Metrics(Observe observe)
    {
        var generator = Generator();
        var columns = new Dictionary<AttributeId, Expression>();
        for (var i = 0; i < observe.Output.Count; i++)
        {
            var column = observe.Output[i];
            columns.TryAdd(column.Id, new SqlText($"c{i}", column.Type, column.Nullable));
        }

        return observe.Metrics.Select((m, i) => $"{generator.Writer.Write(generator.Substitute(m.Of, columns))} AS m{i}").ToSeq();
    }

    private SqlGenerator Generator() => new(SparkDialect.Instance, new StatementSources(viewOf, tables));
}
