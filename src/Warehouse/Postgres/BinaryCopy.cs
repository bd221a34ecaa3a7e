using Npgsql;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Postgres;

/// <summary>Streams rows into a table in Postgres' binary format of COPY.</summary>
internal static class BinaryCopy
{
    private const int FlushBytes = 64 * 1024;

    public static async Task<LoadedRows> LoadAsync(
        ServerConnection connection, string copy, IReadOnlyList<ServerColumn> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var stream = await connection.UseAsync(driver => driver.BeginRawBinaryCopyAsync(copy, cancellation)).ConfigureAwait(false);
        var ended = false;
        try
        {
            var text = new BinaryRows(columns);
            long count = 0;
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                text.Add(row, ++count);
                if (text.Written.Length >= FlushBytes)
                {
                    await SendAsync(text).ConfigureAwait(false);
                }
            }

            cancellation.ThrowIfCancellationRequested();
            text.End();
            await SendAsync(text).ConfigureAwait(false);
            ended = true;

            // Only here does the server say what it did not like about the rows.
            await connection.UseAsync(async _ =>
            {
                await stream.DisposeAsync().ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
            return new LoadedRows(count, [.. columns.Select(_ => 0)]);
        }
        catch when (!ended)
        {
            await AbandonAsync(stream).ConfigureAwait(false);
            throw;
        }

        async Task SendAsync(BinaryRows text)
        {
            await connection.UseAsync(async _ =>
            {
                await stream.WriteAsync(text.Written, cancellation).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
            text.Clear();
        }
    }

    // Closing it would tell the server that the rows are complete.
    private static async Task AbandonAsync(NpgsqlRawCopyStream stream)
    {
        try
        {
            await stream.CancelAsync().ConfigureAwait(false);
            await stream.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (ServerErrors.IsOfServer(e) || e is InvalidOperationException)
        {
            // The connection is gone, and the rows with it; the error that is on its way says why.
        }
    }
}
