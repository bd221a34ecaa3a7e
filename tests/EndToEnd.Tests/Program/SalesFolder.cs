using System.Diagnostics;

namespace SparkEtl.EndToEnd.Tests.Program;

/// <summary>A folder with a configuration and sales, in which the program is run as a child process.</summary>
internal sealed class SalesFolder : IDisposable
{
    public const string Sales = "SHOP,AMOUNT,DAY\nnorth,10.50,2024-01-01\nsouth,3.00,2024-01-02\nnorth,-0.50,2024-01-03\n";

    private const string Configuration = """
        local:
          engine: {kind: duckdb, memory: 1GB, threads: 1}
          source: {kind: files, path: in, format: csv}
          target: {kind: duckdb, path: out/results.duckdb}
          sales: {}

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("sparketl-program-").FullName;

    public SalesFolder()
    {
        Write("config.yaml", Configuration);
        Write("in/SALE.csv", Sales);
    }

    public string Target => At("out/results.duckdb");

    public string At(string path) => Path.Combine(folder, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public void Write(string path, byte[] bytes) => File.WriteAllBytes(At(path), bytes);

    /// <summary>As many sales as one asks for.</summary>
    public void WriteSales(int rows) =>
        Write("in/SALE.csv", "SHOP,AMOUNT,DAY\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"shop {i},{i}.25,2024-01-01\n")));

    /// <summary>Starts the program.</summary>
    public Process Start(params string[] arguments) => RunProgram.Start(folder, "dotnet", [typeof(SalesProgram).Assembly.Location, .. arguments]);

    /// <summary>Runs the program to its end.</summary>
    public Task<ProgramEnd> RunAsync(params string[] arguments) => RunProgram.DotNetAsync(folder, typeof(SalesProgram).Assembly.Location, arguments);

    /// <summary>Runs another program in the folder to its end.</summary>
    public Task<ProgramEnd> RunAsync(string program, IEnumerable<string> arguments) => RunProgram.RunAsync(folder, program, arguments);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
