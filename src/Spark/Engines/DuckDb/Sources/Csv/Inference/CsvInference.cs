using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Inference;

/// <summary>
/// Tells the types of columns from all records of all files, one after the other. Batches of records are looked at side by side, each
/// beginning with the types known when it was read; where those changed meanwhile, the batch is looked at again.
/// </summary>
internal sealed class CsvInference
{
    private const int BatchSize = 1 << 18;

    private readonly CsvOptions options;
    private readonly CsvTypes types;
    private readonly byte[]? header;
    private readonly int[] columns;
    private readonly DataType[] known;
    private readonly CsvBatch[] batches;

    /// <summary>An inference without records yet.</summary>
    /// <param name="options">How the files are written.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="header">The line that is no record wherever it stands; null when there is none.</param>
    public CsvInference(CsvOptions options, int columns, byte[]? header)
    {
        this.options = options;
        this.header = header;
        types = new CsvTypes(options);
        this.columns = [.. Enumerable.Range(0, columns)];
        known = new DataType[columns];
        Array.Fill(known, SqlTypes.Null);
        batches = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new CsvBatch(BatchSize))];
    }

    /// <summary>The types; text for a column without values.</summary>
    public IReadOnlyList<DataType> Types => [.. known.Select(t => t is NullType ? SqlTypes.String : t)];

    /// <summary>Looks at the records of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="skipHeader">Whether its first record is none.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Add(CsvFile file, bool skipHeader, CancellationToken cancellation)
    {
        int[] places = [.. columns.Select(c => file.Places[c])];
        using var reader = new CsvReader(file, options, skipHeader);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = 0;
            while (read < batches.Length && reader.Read(batches[read], places))
            {
                read++;
            }

            if (read == 0)
            {
                return;
            }

            var before = (DataType[])known.Clone();
            var found = new DataType[read][];
            Parallel.For(0, read, i => found[i] = [.. columns.Select(c => Column(batches[i], c, before[c]))]);
            for (var i = 0; i < read; i++)
            {
                foreach (var c in columns)
                {
                    known[c] = known[c].Equals(before[c]) ? found[i][c] : Column(batches[i], c, known[c]);
                }
            }
        }
    }

    private DataType Column(CsvBatch batch, int column, DataType type)
    {
        var data = batch.Data;
        for (var row = 0; row < batch.Rows.Count && type is not StringType; row++)
        {
            if (options.Nulls.TryGet(batch.Rows, data, batch.Rows[row, column], out var text) && !text.IsEmpty && !IsHeader(batch, row))
            {
                type = types.With(type, text);
            }
        }

        return type;
    }

    private bool IsHeader(CsvBatch batch, int row) =>
        header is not null && batch.Data[batch.Rows.Start(row)..batch.Rows.End(row)].TrimEnd("\r\n"u8).SequenceEqual(header);
}
