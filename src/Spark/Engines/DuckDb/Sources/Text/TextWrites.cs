using System.Buffers;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Writing;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Text;

/// <summary>Writes files of text: the one column, a row a line, always as UTF-8. A null is an empty line.</summary>
internal static class TextWrites
{
    /// <summary>What writes the rows of a query into a folder.</summary>
    public static Action<string> Writer(
        DuckDbConnection connection, string sql, OutputColumns columns, ReadOptions options, Action<string> announce, CancellationToken cancellation)
    {
        var fields = columns.Data.Map(i => columns.All.Fields[i]);
        if (fields is not [{ DataType: StringType }])
        {
            throw new AnalysisException(
                "UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE",
                $"Found the columns {string.Join(", ", fields.Map(f => $"{f.Name} {f.DataType.SimpleString}"))} to write as text, expected one of the type string. Select one, or concatenate them with concat_ws.");
        }

        var end = RowWrites.End(options);
        return RowWrites.Writer(connection, sql, columns, ".txt", TextPacking.Of(options) with { Encoding = null }, Write, announce, cancellation);

        void Write(DataChunk chunk, int row, IBufferWriter<byte> output)
        {
            if (!chunk[0].IsNull(row))
            {
                output.Write(chunk[0].GetBytes(row));
            }

            output.Write(end);
        }
    }
}
