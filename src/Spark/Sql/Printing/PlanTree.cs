using System.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Sql.Printing;

/// <summary>A plan as a tree: a line each relation, with the columns it gives, what it reads below it.</summary>
internal static class PlanTree
{
    public static string Of(Relation plan)
    {
        var text = new StringBuilder();
        Recursion.Run(() => Write(plan, 0, text));
        return text.ToString().TrimEnd('\n');
    }

    private static bool Write(Relation relation, int depth, StringBuilder text)
    {
        var columns = relation.Output.Select(a => $"{a.Name} {a.Type.SimpleString}");
        text.Append(' ', depth * 2).Append(Name(relation)).Append(" [").AppendJoin(", ", columns).Append("]\n");
        foreach (var input in relation.Inputs)
        {
            Recursion.Run(() => Write(input, depth + 1, text));
        }

        return true;
    }

    private static string Name(Relation relation) => relation switch
    {
        Scan { Source: FileSource files } => $"Scan {files.Format} {string.Join(", ", files.Paths)}",
        Scan { Source: TableSource table } => $"Scan table {string.Join('.', table.Name)}",
        Scan scan => $"Scan {scan.Source}",
        LocalData data => $"LocalData {data.Rows.Count} row(s)",
        RangeData range => $"Range {range.Start} to {range.End} by {range.Step}",
        Join join => $"Join {join.Kind}",
        SetOperation set => $"{set.Kind}{(set.All ? " all" : string.Empty)}",
        Limit limit => $"Limit {limit.Count}{(limit.Offset > 0 ? $" offset {limit.Offset}" : string.Empty)}",
        Tail tail => $"Tail {tail.Count}",
        Named named => $"Named {named.Name}",
        Observe observe => $"Observe {observe.Name}",
        Hint hint => $"Hint {hint.Name}",
        _ => relation.GetType().Name,
    };
}
