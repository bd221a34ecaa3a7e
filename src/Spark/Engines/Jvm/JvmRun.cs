using SparkEtl.Spark.Engines.Jvm.Sessions;
using SparkEtl.Spark.Engines.Jvm.Wire;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.Jvm;

/// <summary>A query that ran on Spark; its rows are fetched in blocks.</summary>
internal sealed class JvmRun(JvmSession session, StructType schema, long result, IReadOnlyList<ObservedMetrics> observed, WireReader first) : IQueryRun
{
    private WireReader? block = first;
    private bool open = true;

    public StructType Schema => schema;

    public IReadOnlyList<ObservedMetrics> Observed => observed;

    public IReadOnlyList<object?[]>? NextRows()
    {
        while (open)
        {
            var from = block ?? session.Next(result);
            block = null;
            open = from.ReadBoolean();
            var count = from.ReadInt32();
            if (count > 0)
            {
                return WireRows.Read(from, count, schema);
            }
        }

        return null;
    }

    public void Dispose()
    {
        if (open)
        {
            open = false;
            session.Close(result);
        }
    }
}
