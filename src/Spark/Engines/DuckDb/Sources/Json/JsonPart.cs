using System.Text;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Catalogue.Kernels.Json;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Json;

/// <summary>One thread's part in a scan: parses the records it is given.</summary>
internal sealed class JsonPart : ITableScan
{
    private readonly RecordScan scan;
    private readonly JsonTable table;
    private readonly RecordBatch batch;
    private readonly PartitionCells partitions;
    private readonly JsonRecords records;
    private readonly object?[] nulls;

    // By column of the output: its type, and the position among the wanted fields, of the partition, or of nothing.
    private readonly (DataType Type, int Field, int Partition, bool IsCorrupt)[] columns;

    private IReadOnlyList<object?[]> rows = [];
    private int nextRow;
    private string? malformed;

    public JsonPart(RecordScan scan, JsonTable table, IReadOnlyList<int> columns)
    {
        (this.scan, this.table) = (scan, table);
        batch = new RecordBatch(table.Options.Form);
        partitions = new PartitionCells(table.Partitions);
        var wanted = new List<StructField>();
        this.columns = [.. columns.Select(c => Place(c, wanted))];
        records = new JsonRecords(new StructType(wanted), table.Options);
        nulls = new object?[wanted.Count];
    }

    /// <inheritdoc/>
    public int Fill(DataChunk output)
    {
        var count = 0;
        while (count < DataChunk.Capacity && (nextRow < rows.Count || NextRecord()))
        {
            Write(output, count++, rows[nextRow++]);
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private (DataType Type, int Field, int Partition, bool IsCorrupt) Place(int column, List<StructField> wanted)
    {
        if (column < 0)
        {
            return (SqlTypes.Null, -1, -1, false);
        }

        var field = table.Schema.Fields[column];
        if (table.Partitions.IndexOf(field.Name) is >= 0 and var partition)
        {
            return (field.DataType, -1, partition, false);
        }

        if (field.Name == table.Options.CorruptColumn)
        {
            return (field.DataType, -1, -1, true);
        }

        wanted.Add(field);
        return (field.DataType, wanted.Count - 1, -1, false);
    }

    // The next record that has rows.
    private bool NextRecord()
    {
        do
        {
            if (!batch.TryNext(out var record))
            {
                if (!scan.Next(batch))
                {
                    return false;
                }

                (rows, nextRow) = ([], 0);
                continue;
            }

            (rows, nextRow) = (JsonOptions.IsBlank(record) ? [] : Rows(record), 0);
        }
        while (rows.Count == 0);
        return true;
    }

    private IReadOnlyList<object?[]> Rows(ReadOnlySpan<byte> record)
    {
        var node = table.Options.Parse(record);
        var (parsed, isMalformed) = records.Rows(node);
        malformed = isMalformed ? Encoding.UTF8.GetString(record) : null;
        return !isMalformed ? parsed : table.Options.Mode switch
        {
            MalformedMode.FailFast => throw Failure(node),
            MalformedMode.DropMalformed => [],
            _ => parsed.Count > 0 ? parsed : [nulls],
        };
    }

    private Sql.QueryException Failure(JsonNode? record) =>
        records.Misfit(record) is var (field, found) ? JsonErrors.Field(batch, field, found) : JsonErrors.NoRecord(batch);

    private void Write(DataChunk output, int row, object?[] values)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var (type, field, partition, isCorrupt) = columns[i];
            if (field >= 0)
            {
                Write(output[i], row, values[field], type);
            }
            else if (isCorrupt)
            {
                Write(output[i], row, malformed, type);
            }
            else if (partition >= 0)
            {
                partitions.Write(batch.File, partition, output[i], row);
            }
        }
    }

    private static void Write(Vector output, int row, object? value, DataType type)
    {
        switch (value)
        {
            case null:
                output.SetNull(row);
                break;
            case string text:
                output.SetString(row, text);
                break;
            case long number when type is LongType or TimestampType or TimestampNtzType:
                output.Writable<long>()[row] = number;
                break;
            case double number:
                output.Writable<double>()[row] = number;
                break;
            default:
                output.SetValue(row, Values.ToDuckDb(value, type));
                break;
        }
    }
}
