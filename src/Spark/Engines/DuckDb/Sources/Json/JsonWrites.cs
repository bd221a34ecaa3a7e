using System.Buffers;
using System.Text;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Catalogue.Kernels.Json;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Engines.DuckDb.Sources.Writing;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Json;

/// <summary>Writes JSON files, an object a line, as Spark does.</summary>
internal static class JsonWrites
{
    /// <summary>What writes the rows of a query into a folder.</summary>
    public static Action<string> Writer(
        DuckDbConnection connection, string sql, OutputColumns columns, ReadOptions options, Action<string> announce, CancellationToken cancellation)
    {
        TextOptions.RefuseLocale(options);
        var type = new StructType(columns.Data.Map(i => columns.All.Fields[i]));
        var types = type.Fields.Select(f => f.DataType).ToArray();
        var json = new JsonWriting(type, JsonOptions.Entries(options, JsonWriting.Options));
        var end = RowWrites.End(options);
        return RowWrites.Writer(connection, sql, columns, ".json", TextPacking.Of(options), Write, announce, cancellation);

        void Write(DataChunk chunk, int row, IBufferWriter<byte> output)
        {
            var values = new object?[types.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Values.FromDuckDb(chunk[i].GetValue(row), types[i]);
            }

            Encoding.UTF8.GetBytes(json.Write(values), output);
            output.Write(end);
        }
    }
}
