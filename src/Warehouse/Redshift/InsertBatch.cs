using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Redshift;

/// <summary>
/// Rows as INSERTs of many rows each, their values as parameters in text form: no value is ever part of a statement's text, where a
/// backslash would mean something else than in Postgres.
/// </summary>
internal sealed class InsertBatch
{
    // A statement takes 32,767 parameters and 16 MB with its values; half of that leaves room for its text.
    private const int MostParameters = 32_767;
    private const int MostRows = 4_000;
    private const int MostColumns = 1_600;
    private const int MostBytes = 8_000_000;

    private readonly ServerConnection connection;
    private readonly string head;
    private readonly string[] casts;
    private readonly int mostRows;
    private readonly List<string?> values = [];
    private int rows;
    private long bytes;
    private string? fullText;

    private InsertBatch(ServerDialect dialect, ServerConnection connection, string table, IReadOnlyList<ServerColumn> columns)
    {
        this.connection = connection;
        head = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => ServerDialect.Quote(c.Name)))}) VALUES ";
        casts = [.. columns.Select(c => dialect.TypeName(c.Type, null)!)];
        mostRows = Math.Min(MostRows, MostParameters / columns.Count);
    }

    public static async Task<LoadedRows> LoadAsync(
        ServerDialect dialect, ServerConnection connection, string table, IReadOnlyList<ServerColumn> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        if (columns.Count > MostColumns)
        {
            throw new WarehouseException(string.Create(
                CultureInfo.InvariantCulture, $"A table to publish has {columns.Count:N0} columns, {dialect.Product} takes at most {MostColumns:N0}. Publish fewer."));
        }

        var batch = new InsertBatch(dialect, connection, table, columns);
        var longest = new int[columns.Count];
        long count = 0;
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            count++;
            await batch.AddAsync(row, columns, longest, count, cancellation).ConfigureAwait(false);
        }

        await batch.SendAsync(cancellation).ConfigureAwait(false);
        return new LoadedRows(count, longest);
    }

    private async Task AddAsync(object?[] row, IReadOnlyList<ServerColumn> columns, int[] longest, long number, CancellationToken cancellation)
    {
        var texts = new string?[columns.Count];
        long size = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            texts[i] = ParameterText.Of(row[i], columns[i], number);
            if (texts[i] is not { } text)
            {
                continue;
            }

            var length = Encoding.UTF8.GetByteCount(text);
            size += length;
            longest[i] = row[i] is string ? Math.Max(longest[i], length) : longest[i];
        }

        if (rows > 0 && (rows == mostRows || bytes + size > MostBytes))
        {
            await SendAsync(cancellation).ConfigureAwait(false);
        }

        values.AddRange(texts);
        bytes += size;
        rows++;
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        if (rows == 0)
        {
            return;
        }

        await connection.UseAsync(async driver =>
        {
            var command = new NpgsqlCommand(Text(), driver);
            await using (command.ConfigureAwait(false))
            {
                foreach (var value in values)
                {
                    command.Parameters.Add(new NpgsqlParameter { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown });
                }

                return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        values.Clear();
        rows = 0;
        bytes = 0;
    }

    // All full batches have the same text.
    private string Text() => rows == mostRows ? fullText ??= Write() : Write();

    private string Write()
    {
        var text = new StringBuilder(head);
        var parameter = 0;
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            for (var i = 0; i < casts.Length; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? string.Empty : ", ")}CAST(${++parameter} AS {casts[i]})");
            }

            text.Append(')');
        }

        return text.ToString();
    }
}
