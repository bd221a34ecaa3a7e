using SparkEtl.Driver.Generate.Tables;

namespace SparkEtl.Driver.Generate.Output;

/// <summary>Writes a table as CSV, UTF-8 without a byte order mark, lines ended by a line feed.</summary>
internal sealed class CsvTableWriter : ITableWriter
{
    private const int RowsBetweenChecks = 4096;

    /// <inheritdoc/>
    public async Task WriteAsync(
        GeneratedTable table, string path, IProgress<GenerateProgress>? progress, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
        {
            var text = new CsvText();
            text.Header(table.Columns);
            for (long row = 0; row < table.RowCount; row++)
            {
                table.Write(row, text);
                if ((row + 1) % RowsBetweenChecks != 0)
                    continue;
                await file.WriteAsync(text.Written, cancellationToken).ConfigureAwait(false);
                text.Clear();
                progress?.Report(new GenerateProgress(table.Name, row + 1, table.RowCount));
            }
            await file.WriteAsync(text.Written, cancellationToken).ConfigureAwait(false);
        }
        progress?.Report(new GenerateProgress(table.Name, table.RowCount, table.RowCount));
    }
}
