using SparkEtl.DuckDb;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>A query running on a connection of its own, its rows streamed.</summary>
internal sealed class DuckDbRun : IQueryRun
{
    private readonly BoundaryRun boundaries;
    private readonly DuckDbConnection connection;
    private readonly DuckDbStatement statement;
    private readonly DuckDbResult result;
    private readonly string sql;
    private readonly long? tail;
    private bool tailGiven;

    /// <summary>Starts a query.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="plan">What to run.</param>
    /// <param name="boundaries">Where its boundaries are; disposed with the run.</param>
    /// <param name="tail">Only so many of the last rows; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public DuckDbRun(DuckDbEngine engine, Relation plan, BoundaryRun boundaries, long? tail, CancellationToken cancellation)
    {
        this.boundaries = boundaries;
        this.tail = tail;
        Schema = new StructType(plan.Output.Map(a => new StructField(a.Name, a.Type, a.Nullable)));
        sql = engine.Generator(boundaries.Tables).Write(plan);
        engine.Announce(sql);
        connection = engine.Connect();
        try
        {
            statement = connection.Prepare(sql);
            Check();
            using var progress = engine.WatchProgress(connection);
            result = statement.Execute(cancellation);

            // The files that a statement names by number are known as long as the plan that reads them.
            GC.KeepAlive(plan);
        }
        catch (Exception e)
        {
            statement?.Dispose();
            connection.Dispose();
            if (e is DuckDbException error)
            {
                throw DuckDbErrors.Translate(error, sql);
            }

            throw;
        }
    }

    public StructType Schema { get; }

    public IReadOnlyList<ObservedMetrics> Observed => boundaries.Observed;

    public IReadOnlyList<object?[]>? NextRows()
    {
        try
        {
            return tail is { } count ? Tail(count) : result.NextChunk() is { } chunk ? Rows(chunk) : null;
        }
        catch (DuckDbException e)
        {
            throw DuckDbErrors.Translate(e, sql);
        }
    }

    public void Dispose()
    {
        result.Dispose();
        statement.Dispose();
        connection.Dispose();
        boundaries.Dispose();
    }

    // The engine's types must be those of the plan: a difference is a wrong rendering, not something to cast away.
    private void Check()
    {
        var columns = statement.Columns;
        for (var i = 0; i < Schema.Fields.Count; i++)
        {
            var expected = TypeMapping.ToDuckDb(Schema.Fields[i].DataType);
            if (i >= columns.Count || !columns[i].Type.Equals(expected))
            {
                throw new DefectException(
                    $"The column '{Schema.Fields[i].Name}' is {Schema.Fields[i].DataType.SimpleString} in the plan, so {expected} was expected of the embedded engine, "
                    + $"which says {(i < columns.Count ? columns[i].Type : "nothing")}.\nThe statement: {sql}");
            }
        }
    }

    private List<object?[]>? Tail(long count)
    {
        if (tailGiven)
        {
            return null;
        }

        tailGiven = true;
        var last = new Queue<object?[]>();
        while (result.NextChunk() is { } chunk)
        {
            foreach (var row in Rows(chunk))
            {
                last.Enqueue(row);
                if (last.Count > count)
                {
                    last.Dequeue();
                }
            }
        }

        return last.Count == 0 ? null : [.. last];
    }

    private List<object?[]> Rows(DataChunk chunk)
    {
        var rows = new List<object?[]>(chunk.RowCount);
        for (var row = 0; row < chunk.RowCount; row++)
        {
            rows.Add(new object?[Schema.Fields.Count]);
        }

        for (var column = 0; column < Schema.Fields.Count; column++)
        {
            var type = Schema.Fields[column].DataType;
            var vector = chunk[column];
            for (var row = 0; row < rows.Count; row++)
            {
                rows[row][column] = Values.FromDuckDb(vector.GetValue(row), type);
            }
        }

        return rows;
    }
}
