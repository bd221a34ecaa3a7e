using static SparkEtl.Processing.Pipelines.Sources.SourceTypes;

namespace SparkEtl.Processing.Pipelines.Sources;

/// <summary>How the columns that a source has become those that a pipeline asked for.</summary>
internal sealed class SourceSelection
{
    private readonly List<Column> columns = [];
    private readonly List<string> missing = [];

    public SourceSelection(Source source, StructType found)
    {
        var problems = new List<string>();
        foreach (SourceColumn column in source.Columns)
        {
            StructField? field = found.Fields.FirstOrDefault(f => f.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase));
            if (field is not null && Converts(field.DataType.SimpleString, column.Type))
            {
                Column own = Functions.Col($"`{field.Name.Replace("`", "``", StringComparison.Ordinal)}`");
                columns.Add((field.DataType.SimpleString == column.Type ? own : own.Cast(column.Type)).As(column.Name));
            }
            else if (field is not null)
            {
                problems.Add($"its column {field.Name} is {field.DataType.SimpleString}, expected {column.Type}");
            }
            else if (source.MayBeMissing.Contains(column.Name, StringComparer.OrdinalIgnoreCase))
            {
                missing.Add(column.Name);
                columns.Add(Functions.Lit(null!).Cast(column.Type).As(column.Name));
            }
            else
            {
                problems.Add($"it has no column {column.Name}");
            }
        }

        if (problems.Count > 0)
        {
            throw new PipelineException(
                $"The {source.Description} is not as expected: {string.Join("; ", problems)}. Its columns: "
                + $"{string.Join(", ", found.Fields.Select(f => $"{f.Name} {f.DataType.SimpleString}"))}.");
        }
    }

    /// <summary>The columns asked for that the source does not have.</summary>
    public IReadOnlyList<string> Missing => missing;

    public DataFrame Over(DataFrame read) => read.Select([.. columns]);
}
