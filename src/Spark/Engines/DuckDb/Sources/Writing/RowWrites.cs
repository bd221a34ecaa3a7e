using System.Buffers;
using System.Globalization;
using SparkEtl.DuckDb;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Writing;

/// <summary>Writes of text, a row after the other.</summary>
internal static class RowWrites
{
    /// <summary>Writes the text of a row; its columns in the files come first in the chunk.</summary>
    public delegate void RowWriter(DataChunk chunk, int row, IBufferWriter<byte> output);

    /// <summary>What writes the rows of a query into a folder.</summary>
    /// <param name="connection">Where the query runs.</param>
    /// <param name="sql">The query; its columns are named c0, c1, ... by position.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="extension">Of the files, with its point.</param>
    /// <param name="packing">How they are encoded and packed.</param>
    /// <param name="write">Writes a row with what ends it.</param>
    /// <param name="announce">Told the statement before it runs.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Action<string> Writer(
        DuckDbConnection connection,
        string sql,
        OutputColumns columns,
        string extension,
        TextPacking packing,
        RowWriter write,
        Action<string> announce,
        CancellationToken cancellation)
    {
        var values = columns.Data.Map(i => string.Create(CultureInfo.InvariantCulture, $"c{i}"));
        var keys = columns.Partitions.Map(i => PartitionNames.Text(i, columns.All.Fields[i]));
        var statement = $"SELECT {string.Join(", ", values.AddRange(keys))} FROM ({sql})";
        return folder =>
        {
            announce(statement);
            using var files = new PartFiles(folder, columns, extension, packing, []);
            try
            {
                using var result = connection.Query(statement, cancellation);
                while (result.NextChunk() is { } chunk)
                {
                    for (var row = 0; row < chunk.RowCount; row++)
                    {
                        var file = files.For(chunk, row);
                        var start = file.Rows.WrittenCount;
                        write(chunk, row, file.Rows);
                        files.Added(file, file.Rows.WrittenCount - start);
                    }
                }
            }
            catch (DuckDbException e)
            {
                throw DuckDbErrors.Translate(e, statement);
            }

            files.Complete();
        };
    }

    /// <summary>What ends a row: the option lineSep, or a line feed.</summary>
    public static byte[] End(ReadOptions options) => Tables.RecordForm.EndOf(options) ?? "\n"u8.ToArray();
}
