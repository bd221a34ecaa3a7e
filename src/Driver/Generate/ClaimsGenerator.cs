using SparkEtl.Driver.Generate.Output;
using SparkEtl.Driver.Generate.Tables;
using SparkEtl.DuckDb;

namespace SparkEtl.Driver.Generate;

/// <summary>
/// Makes claims data as it is found: tables TREATMENT, CLAIM, INVOICE and INVOICE_ITEM with nulls, duplicates, orphans, conflicts and
/// misspelt statuses. From 256 claims on every kind of dirt is in the data, whatever the seed.
/// </summary>
internal static class ClaimsGenerator
{
    /// <summary>More claims than this would give IDs that collide with the made-up ones of orphans.</summary>
    public const long MaximumRows = 100_000_000_000;

    /// <summary>Writes the four tables; all appear at once when all are whole, or none.</summary>
    /// <param name="request">What to write, and where.</param>
    /// <param name="progress">Told now and then how far each table is, from several threads.</param>
    /// <param name="cancellationToken">Stops the work and removes what was written.</param>
    /// <returns>The files, in the order TREATMENT, CLAIM, INVOICE, INVOICE_ITEM.</returns>
    /// <exception cref="GenerateException">A number of rows out of range, or a folder that cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<IReadOnlyList<GeneratedFile>> GenerateAsync(
        GenerateRequest request, IProgress<GenerateProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (request.Rows is < 0 or > MaximumRows)
        {
            throw new GenerateException(
                $"Found {request.Rows} as the number of claims to generate. Expected 0 to {MaximumRows}. "
                + "Give --rows a number in this range.");
        }
        string folder = Path.GetFullPath(request.OutDirectory);
        try
        {
            Directory.CreateDirectory(folder);
            return await WriteAllAsync(request, folder, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or DuckDbException { Type: DuckDbErrorType.Io })
        {
            throw new GenerateException(
                $"Cannot write generated tables to {folder}: {cause.Message} Nothing was left there. "
                + "Give --out a folder that can be written and has room.",
                cause);
        }
    }

    private static async Task<IReadOnlyList<GeneratedFile>> WriteAllAsync(
        GenerateRequest request, string folder, IProgress<GenerateProgress>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<GeneratedTable> tables = ClaimsTables.Create(request.Seed, request.Rows);
        (string extension, ITableWriter writer) = request.Format switch
        {
            GenerateFormat.Csv => ("csv", (ITableWriter)new CsvTableWriter()),
            GenerateFormat.Parquet => ("parquet", new ParquetTableWriter()),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Format, "not a format"),
        };
        var files = new List<StagedFile>();
        try
        {
            foreach (GeneratedTable table in tables)
                files.Add(new StagedFile(Free(Path.Combine(folder, $"{table.Name}.{extension}"))));
            // The last table is the longest: it goes first, so that no worker is left with it at the end.
            var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(
                Enumerable.Range(0, tables.Count).Reverse(),
                options,
                async (index, token) => await writer.WriteAsync(tables[index], files[index].Path, progress, token).ConfigureAwait(false))
                .ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            foreach (StagedFile file in files)
                file.Publish();
        }
        finally
        {
            foreach (StagedFile file in files)
                file.Dispose();
        }
        return [.. tables.Select((table, index) => new GeneratedFile(table.Name, files[index].FinalPath, table.RowCount))];
    }

    /// <summary>The path, unless a folder has the name: found out before anything is written, not when half the files are in place.</summary>
    private static string Free(string path) => !Directory.Exists(path)
        ? path
        : throw new GenerateException($"Found a folder at {path}, expected a file or nothing. Remove it, or give --out another folder.");
}
