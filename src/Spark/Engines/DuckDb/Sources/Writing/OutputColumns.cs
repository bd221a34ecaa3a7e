using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Writing;

/// <summary>What of a query's columns goes into files and what into folders' names.</summary>
/// <param name="All">The columns of the query, in order.</param>
/// <param name="Data">Positions of those in the files.</param>
/// <param name="Partitions">Positions of those that become folders, outermost first.</param>
internal sealed record OutputColumns(StructType All, Seq<int> Data, Seq<int> Partitions)
{
    /// <summary>Sorts the columns; names must be told apart without regard to case.</summary>
    public static OutputColumns Of(Seq<Plan.Expressions.Attribute> columns, WriteRequest request)
    {
        var all = new StructType(columns.Map(c => new StructField(c.Name, c.Type, c.Nullable)));
        if (all.Fields.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new AnalysisException(
                "COLUMN_ALREADY_EXISTS", $"Found {twice.Count()} columns named '{twice.Key}' to write to {request.Path}, expected different names. Rename or drop all but one.");
        }

        var partitions = request.PartitionBy.Map(name => all.IndexOf(name) is >= 0 and var i
            ? i
            : throw new AnalysisException(
                "UNRESOLVED_COLUMN",
                $"Found no column '{name}' to partition {request.Path} by, expected one of: {string.Join(", ", all.Fields.Select(f => f.Name))}."));
        var data = Enumerable.Range(0, all.Fields.Count).Where(i => !partitions.Contains(i)).ToSeq();
        if (data.Count == 0 && partitions.Count > 0)
        {
            throw new AnalysisException(
                "ALL_PARTITION_COLUMNS_NOT_ALLOWED", $"Found every column among those that partition {request.Path}, expected at least one that is in the files.");
        }

        // Folders are named as the request spells the columns.
        var names = partitions.Zip(request.PartitionBy).ToDictionary(p => p.First, p => p.Second);
        var spelled = all.Fields.Select((f, i) => names.TryGetValue(i, out var name) ? new StructField(name, f.DataType, f.IsNullable) : f);
        return new OutputColumns(new StructType(spelled), data, partitions);
    }
}
