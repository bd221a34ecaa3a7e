using SparkEtl.Spark.Engines.Jvm.Wire;

namespace SparkEtl.Spark.Engines.Jvm.Statements;

/// <summary>What is done with a statement, as the JVM reads it: the steps, the action's number, the text, what the action asks for.</summary>
internal sealed class JvmAction(JvmStatement statement)
{
    private const byte CollectRows = 0;
    private const byte WriteRows = 1;
    private const byte ExplainPlan = 2;
    private const byte OnlySteps = 3;

    /// <summary>Gives the rows; the last of them only, or all.</summary>
    public Action<WireWriter> Collect(long? tail) => to =>
    {
        statement.WriteSteps(to);
        to.Byte(CollectRows).Text(statement.Sql).Int64(tail ?? -1).Text(statement.Types);
    };

    /// <summary>Writes the rows to files or a table.</summary>
    public Action<WireWriter> Write(WriteRequest request) => to =>
    {
        statement.WriteSteps(to);
        to.Byte(WriteRows).Text(statement.Sql).Text(request.Format).Text(request.Path)
            .Text(request.Table is null ? null : string.Join('.', request.Table.Map(Dialects.SparkSql.SparkDialect.Instance.Quote)))
            .Text(Mode(request.Mode)).Texts(request.PartitionBy).Options(request.Options);
    };

    /// <summary>Tells Spark's physical plan; nothing runs.</summary>
    public void Explain(WireWriter to)
    {
        statement.WriteSteps(to, runs: false);
        to.Byte(ExplainPlan).Text(statement.Sql);
    }

    /// <summary>Makes the steps only.</summary>
    public void Nothing(WireWriter to)
    {
        statement.WriteSteps(to);
        to.Byte(OnlySteps);
    }

    private static string Mode(WriteMode mode) => mode switch
    {
        WriteMode.Append => "append",
        WriteMode.Overwrite => "overwrite",
        WriteMode.Ignore => "ignore",
        _ => "errorifexists",
    };
}
