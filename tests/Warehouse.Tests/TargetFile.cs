using SparkEtl.DuckDb;
using SparkEtl.Warehouse.DuckDb;

namespace SparkEtl.Warehouse.Tests;

/// <summary>A target file in a folder of its own, removed at the end.</summary>
internal sealed class TargetFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sparketl-target-").FullName;

    public string Path => System.IO.Path.Combine(folder, "results.duckdb");

    public DuckDbTarget Target(string schema = "main") => new(Path, schema, TimeProvider.System);

    /// <summary>Copies the file as it is on disk now, with the log of what is not yet in it: what a killed process leaves.</summary>
    public TargetFile Killed()
    {
        var copy = new TargetFile();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, System.IO.Path.Combine(copy.folder, System.IO.Path.GetFileName(file)));
        }

        return copy;
    }

    public void Execute(string sql)
    {
        using var database = DuckDbDatabase.Open(new DuckDbOptions { Path = Path });
        using var connection = database.Connect();
        connection.Execute(sql);
    }

    /// <summary>The rows of a query; values of a row are separated by <c>|</c>.</summary>
    public string[] Query(string sql)
    {
        using var database = DuckDbDatabase.Open(new DuckDbOptions { Path = Path, ReadOnly = true });
        using var connection = database.Connect();
        using var result = connection.Query(sql);
        var rows = new List<string>();
        while (result.NextChunk() is { } chunk)
        {
            for (var row = 0; row < chunk.RowCount; row++)
            {
                rows.Add(string.Join('|', Enumerable.Range(0, result.Columns.Count).Select(c => chunk[c].GetValue(row)?.ToString() ?? "null")));
            }
        }

        return [.. rows];
    }

    public string[] Numbers(string table) => Query($"SELECT n::VARCHAR FROM {table} ORDER BY n");

    public string[] AllTables() => Query("SELECT table_name FROM duckdb_tables() ORDER BY 1");

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
