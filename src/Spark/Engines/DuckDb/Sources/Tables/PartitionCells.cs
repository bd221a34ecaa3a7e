using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

/// <summary>What the folder of a file says of the partition columns, as the engine takes it.</summary>
/// <param name="partitions">The partition columns.</param>
internal sealed class PartitionCells(StructType partitions)
{
    private readonly object?[] values = new object?[partitions.Fields.Count];
    private InputFile? known;

    /// <summary>Writes the value of a column for a row of a file.</summary>
    public void Write(InputFile file, int position, Vector output, int row)
    {
        if (!ReferenceEquals(known, file))
        {
            for (var i = 0; i < values.Length; i++)
            {
                var field = partitions.Fields[i];
                values[i] = Values.ToDuckDb(PartitionText.Value(file.Partition[i], field), field.DataType);
            }

            known = file;
        }

        output.SetValue(row, values[position]);
    }
}
