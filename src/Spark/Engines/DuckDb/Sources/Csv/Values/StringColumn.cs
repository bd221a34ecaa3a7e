using System.Text;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;

/// <summary>Texts. Bytes that are not UTF-8 become U+FFFD, where they were not refused before.</summary>
internal sealed class StringColumn(StructField field, CsvNulls nulls) : CsvColumn(field, nulls)
{
    public override void Write(CsvBatch batch, int first, int place, Vector output, Span<bool> bad)
    {
        var data = batch.Data;
        for (var row = 0; row < bad.Length; row++)
        {
            if (!Nulls.TryGet(batch.Rows, data, batch.Rows[first + row, place], out var text))
            {
                output.SetNull(row);
            }
            else if (batch.IsText)
            {
                output.SetString(row, text);
            }
            else
            {
                output.SetString(row, Encoding.UTF8.GetString(text));
            }
        }
    }

    public override void Check(CsvBatch batch, int first, int place, Span<bool> bad)
    {
    }
}
