using System.Buffers;
using System.Globalization;
using System.Text;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Writing;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Writing;

/// <summary>Writes CSV files, byte for byte as Spark does.</summary>
internal static class CsvWrites
{
    private const string Extension = ".csv";

    /// <summary>What writes the rows of a query into a folder.</summary>
    public static Action<string> Writer(
        DuckDbConnection connection, string sql, OutputColumns columns, ReadOptions readOptions, Action<string> announce, CancellationToken cancellation)
    {
        var options = new CsvWriteOptions(readOptions);
        var fields = columns.Data.Map(i => columns.All.Fields[i]);
        var cells = fields.Select(f => CellTexts.Of(f, options)).ToArray();
        var values = columns.Data.Map(i => string.Create(CultureInfo.InvariantCulture, $"c{i}"));
        var keys = columns.Partitions.Map(i => PartitionNames.Text(i, columns.All.Fields[i]));
        var statement = $"SELECT {string.Join(", ", values.AddRange(keys))} FROM ({sql})";
        return folder =>
        {
            announce(statement);
            var output = new CsvOutput(options);
            using var files = new PartFiles(folder, columns, Extension, options.Packing, Header(fields, options, output));
            try
            {
                using var result = connection.Query(statement, cancellation);
                while (result.NextChunk() is { } chunk)
                {
                    Write(chunk, cells, output, files);
                }
            }
            catch (DuckDbException e)
            {
                throw DuckDbErrors.Translate(e, statement);
            }

            files.Complete();
        };
    }

    private static void Write(DataChunk chunk, CellText[] cells, CsvOutput output, PartFiles files)
    {
        var text = new ArrayBufferWriter<byte>();
        for (var row = 0; row < chunk.RowCount; row++)
        {
            var file = files.For(chunk, row);
            var start = file.Rows.WrittenCount;
            for (var column = 0; column < cells.Length; column++)
            {
                var isNull = chunk[column].IsNull(row);
                text.ResetWrittenCount();
                if (!isNull)
                {
                    cells[column](chunk[column], row, text);
                }

                output.Add(file.Rows, column, text.WrittenSpan, isNull);
            }

            output.End(file.Rows, start);
            files.Added(file, file.Rows.WrittenCount - start);
        }
    }

    private static ReadOnlySpan<byte> Header(IEnumerable<StructField> fields, CsvWriteOptions options, CsvOutput output)
    {
        var header = new ArrayBufferWriter<byte>();
        if (options.Header)
        {
            foreach (var (position, field) in fields.Index())
            {
                output.Add(header, position, Encoding.UTF8.GetBytes(field.Name), isNull: false);
            }

            output.End(header, 0);
        }

        return header.WrittenSpan;
    }
}
