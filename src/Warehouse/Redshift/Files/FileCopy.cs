using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Redshift.Files;

/// <summary>Many rows as Parquet files on S3, which Redshift reads by itself.</summary>
internal sealed class FileCopy(S3Options options)
{
    private readonly S3Folder files = new(options);
    private int tables;

    /// <summary>The most rows that go another way.</summary>
    public int Few => options.Rows;

    /// <summary>Puts the rows to S3 and has the server copy them.</summary>
    /// <exception cref="WarehouseException">S3 or the server refuses, or Redshift cannot hold a value.</exception>
    public async Task<LoadedRows> LoadAsync(
        ServerConnection connection, string table, IReadOnlyList<ServerColumn> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var folder = $"table-{tables++}";
        var local = Directory.CreateTempSubdirectory("sparketl-parquet-");
        try
        {
            using var parts = new ParquetParts(local.FullName, columns);
            foreach (var file in parts.Write(rows, cancellation))
            {
                await files.UploadAsync(folder, file, cancellation).ConfigureAwait(false);
                File.Delete(file);
            }

            // Columns of such files are taken by their place. No region may be named: the bucket is in the cluster's own.
            var role = options.IamRole == "default" ? "default" : $"'{options.IamRole}'";
            await connection.ExecuteAsync($"COPY {table} FROM '{files.Address(folder)}' IAM_ROLE {role} FORMAT AS PARQUET", cancellation).ConfigureAwait(false);
            return new LoadedRows(parts.Count, parts.LongestText);
        }
        finally
        {
            local.Delete(recursive: true);
        }
    }

    /// <summary>Removes what was put to S3.</summary>
    public Task RemoveAsync() => files.RemoveAsync();
}
