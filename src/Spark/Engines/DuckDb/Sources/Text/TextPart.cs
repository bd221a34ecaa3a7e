using System.Text;
using System.Text.Unicode;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Text;

/// <summary>One thread's part in a scan.</summary>
/// <param name="scan">Gives the records.</param>
/// <param name="form">How they are told apart.</param>
/// <param name="partitions">The columns of the folders' names.</param>
/// <param name="columns">By column of the output: the position of its partition column, -1 for the text, less for nothing.</param>
internal sealed class TextPart(RecordScan scan, RecordForm form, StructType partitions, int[] columns) : ITableScan
{
    private readonly RecordBatch batch = new(form);
    private readonly PartitionCells cells = new(partitions);

    /// <inheritdoc/>
    public int Fill(DataChunk output)
    {
        for (var row = 0; row < DataChunk.Capacity; row++)
        {
            ReadOnlySpan<byte> record;
            while (!batch.TryNext(out record))
            {
                if (!scan.Next(batch))
                {
                    return row;
                }
            }

            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] >= 0)
                {
                    cells.Write(batch.File, columns[i], output[i], row);
                }
                else if (columns[i] == -1)
                {
                    Write(output[i], row, record);
                }
            }
        }

        return DataChunk.Capacity;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    // Bytes that are not UTF-8 become U+FFFD.
    private static void Write(Vector output, int row, ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            output.SetString(row, text);
        }
        else
        {
            output.SetString(row, Encoding.UTF8.GetString(text));
        }
    }
}
