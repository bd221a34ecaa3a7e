using System.Text;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;

/// <summary>Converts the values of one column and writes them into the engine's memory.</summary>
/// <param name="field">The column.</param>
/// <param name="nulls">What stands for null.</param>
internal abstract class CsvColumn(StructField field, CsvNulls nulls)
{
    /// <summary>The column.</summary>
    public StructField Field { get; } = field;

    /// <summary>What stands for null.</summary>
    protected CsvNulls Nulls { get; } = nulls;

    /// <summary>Converts values.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="place">The column, counted among the wanted ones.</param>
    /// <param name="output">Where the values go, from row 0 on.</param>
    /// <param name="bad">One flag a row: set where the text is not of the type, and null is written.</param>
    public abstract void Write(CsvBatch batch, int first, int place, Vector output, Span<bool> bad);

    /// <summary>Flags the rows whose text is not of the type.</summary>
    public abstract void Check(CsvBatch batch, int first, int place, Span<bool> bad);

    /// <summary>The text of a value.</summary>
    public string Text(CsvBatch batch, int row, int place) =>
        Nulls.TryGet(batch.Rows, batch.Data, batch.Rows[row, place], out var text) ? Encoding.UTF8.GetString(text) : "";
}
