using SparkEtl.DuckDb;

namespace SparkEtl.Benchmarks.Claims;

/// <summary>Runs a script of SQL as it is, on the same library and settings as the embedded engine.</summary>
internal static class HandWrittenScript
{
    public static int Run(string file, string data, string results, string memory)
    {
        string script = File.ReadAllText(file).Replace("{data}", data, StringComparison.Ordinal).Replace("{results}", "results", StringComparison.Ordinal);
        using DuckDbDatabase database = DuckDbDatabase.Open(new DuckDbOptions
        {
            Threads = ClaimsBenchmark.Threads,
            MemoryLimit = memory,
            TempDirectory = $"{results}.tmp",
            // What a hand would set too: nothing here depends on the order of rows, and writing down is faster without it.
            PreserveInsertionOrder = false,
        });
        using DuckDbConnection connection = database.Connect();
        connection.Execute($"ATTACH '{results}' AS results");
        foreach (string statement in script.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            connection.Execute(statement);
        return 0;
    }
}
