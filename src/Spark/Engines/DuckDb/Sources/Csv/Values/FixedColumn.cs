using SparkEtl.DuckDb;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;

/// <summary>Reads a value from its text; false when the text is none.</summary>
/// <typeparam name="T">The type that stands for the column's in the engine's memory.</typeparam>
internal delegate bool TextParser<T>(ReadOnlySpan<byte> text, out T value);

/// <summary>Values of one size: numbers, truth values, dates, timestamps.</summary>
internal sealed class FixedColumn<T>(StructField field, CsvNulls nulls, TextParser<T> parse) : CsvColumn(field, nulls)
    where T : unmanaged
{
    public override void Write(CsvBatch batch, int first, int place, Vector output, Span<bool> bad)
    {
        var values = output.Writable<T>();
        var data = batch.Data;
        for (var row = 0; row < bad.Length; row++)
        {
            if (!Nulls.TryGet(batch.Rows, data, batch.Rows[first + row, place], out var text))
            {
                output.SetNull(row);
            }
            else if (!parse(text, out values[row]))
            {
                output.SetNull(row);
                bad[row] = true;
            }
        }
    }

    public override void Check(CsvBatch batch, int first, int place, Span<bool> bad)
    {
        var data = batch.Data;
        for (var row = 0; row < bad.Length; row++)
        {
            bad[row] |= Nulls.TryGet(batch.Rows, data, batch.Rows[first + row, place], out var text) && !parse(text, out _);
        }
    }
}
