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
            var blocks = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new CsvBlock(cells, output)).ToArray();
            using var files = new PartFiles(folder, columns, Extension, options.Packing, Header(fields, options, output));
            try
            {
                using var result = connection.Query(statement, cancellation);
                while (result.NextChunk() is { } chunk)
                {
                    Write(chunk, blocks, files);
                }
            }
            catch (DuckDbException e)
            {
                throw DuckDbErrors.Translate(e, statement);
            }

            files.Complete();
        };
    }

    private static void Write(DataChunk chunk, CsvBlock[] blocks, PartFiles files)
    {
        var columns = Enumerable.Range(0, chunk.ColumnCount).Select(i => chunk[i]).ToArray();
        Parallel.For(0, blocks.Length, i => blocks[i].Take(columns, chunk.RowCount * i / blocks.Length, chunk.RowCount * (i + 1) / blocks.Length));
        foreach (var block in blocks)
        {
            if (files.IsOne)
            {
                files.Add(files.For(chunk, block.First), block.Text);
                continue;
            }

            for (var row = 0; row < block.Count; row++)
            {
                files.Add(files.For(chunk, block.First + row), block.Row(row));
            }
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
