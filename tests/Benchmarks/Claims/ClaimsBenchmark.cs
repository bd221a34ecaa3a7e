using System.Globalization;

namespace SparkEtl.Benchmarks.Claims;

/// <summary>
/// The claims job over Parquet files by the program, with its full report, against scripts by hand that give the same. Each run is a
/// process of its own, they take turns, and what counts are medians. Results and reports must be equal, or nothing is measured.
/// </summary>
/// <param name="program">The program's path.</param>
/// <param name="data">A folder with the four tables.</param>
/// <param name="small">A folder with a tenth of their rows.</param>
/// <param name="runs">Runs of each, at least 1.</param>
internal sealed class ClaimsBenchmark(string program, string data, string small, int runs)
{
    public const int Threads = 2;

    private const string Memory = "8GB";
    private const string LittleMemory = "2GB";

    // Of the whole job against the script that gives the same, against the results alone, and against a tenth of the rows.
    private const double MostAgainstSame = 1.3;
    private const double MostAgainstResults = 2.6;
    private const double MostGrowth = 10;

    // The .NET runtime, the library itself and what it keeps beside its buffers.
    private const long MegabytesBeside = 1024;

    private static readonly string s_scripts = Path.Combine(AppContext.BaseDirectory, "Claims");

    private readonly string _work = Directory.CreateTempSubdirectory("sparketl-bench-").FullName;

    /// <summary>Measures and prints.</summary>
    /// <returns>0 when every limit is kept, else 1.</returns>
    public async Task<int> RunAsync()
    {
        try
        {
            await WriteConfigurationAsync();
            var job = new List<MeasuredProcess>();
            var same = new List<MeasuredProcess>();
            var results = new List<MeasuredProcess>();
            var tenth = new List<MeasuredProcess>();
            for (int run = 0; run < runs; run++)
            {
                job.Add(await JobAsync(data, Memory));
                same.Add(await ScriptAsync("claims_by_hand.sql", data));
                if (run == 0)
                    Compare(job[0].Output);
                results.Add(await ScriptAsync("claims_aggregates_by_hand.sql", data));
                tenth.Add(await JobAsync(small, Memory));
            }

            // The last run of the program here was over fewer rows; this one is over all of them again.
            MeasuredProcess little = await JobAsync(data, LittleMemory);
            if (!ClaimsResults.Tables(File("job")).SequenceEqual(ClaimsResults.Tables(File("claims_aggregates_by_hand.sql"))))
                throw new InvalidOperationException($"With {LittleMemory} the results are others.");

            Measurements.Print("the job, all with its report", job);
            Measurements.Print("by hand, the same", same);
            Measurements.Print("by hand, the results alone", results);
            Measurements.Print("the job, a tenth of the rows", tenth);
            Measurements.Print($"the job in {LittleMemory}", [little]);
            Console.WriteLine();
            bool good = Measurements.Limit("the job / by hand, the same", Measurements.Wall(job) / Measurements.Wall(same), MostAgainstSame);
            good &= Measurements.Limit("the job / by hand, the results alone", Measurements.Wall(job) / Measurements.Wall(results), MostAgainstResults);
            good &= Measurements.Limit("the job / a tenth of the rows", Measurements.Wall(job) / Measurements.Wall(tenth), MostGrowth);
            good &= Measurements.Limit($"peak memory in {LittleMemory}, of 2 GB and {MegabytesBeside} MB beside", little.PeakMegabytes / (2000d + MegabytesBeside), 1);
            return good ? 0 : 1;
        }
        finally
        {
            Directory.Delete(_work, recursive: true);
        }
    }

    private string File(string of) => Path.Combine(_work, $"{of}.duckdb");

    private Task WriteConfigurationAsync() => System.IO.File.WriteAllTextAsync(Path.Combine(_work, "config.yaml"), $$"""
        bench:
          engine: {kind: duckdb, memory: {{Memory}}, threads: {{Threads}}, temp_directory: {{_work}}/tmp}
          source: {kind: files, path: {{data}}, format: parquet}
          target: {kind: duckdb, path: {{File("job")}}}
          claims: {}
        """);

    private async Task<MeasuredProcess> JobAsync(string folder, string memory)
    {
        System.IO.File.Delete(File("job"));
        return await MeasuredProcess.RunAsync(
            program, "bench", Path.Combine(_work, "config.yaml"), "--set", $"source.path={folder}", "--set", $"engine.memory={memory}", "--log-format", "json");
    }

    private async Task<MeasuredProcess> ScriptAsync(string script, string folder)
    {
        System.IO.File.Delete(File(script));
        return await MeasuredProcess.RunAsync(Environment.ProcessPath!, "script", Path.Combine(s_scripts, script), folder, File(script), Memory);
    }

    private void Compare(string output)
    {
        Equal("results", ClaimsResults.Tables(File("job")), ClaimsResults.Tables(File("claims_by_hand.sql")));
        Equal("report", ClaimsResults.ReportOf(output), ClaimsResults.Report(File("claims_by_hand.sql")));
    }

    private static void Equal(string what, IReadOnlyList<string> ours, IReadOnlyList<string> byHand)
    {
        string[] only = [.. ours.Except(byHand).Select(l => $"job:     {l}"), .. byHand.Except(ours).Select(l => $"by hand: {l}")];
        if (only.Length > 0 || ours.Count != byHand.Count)
            throw new InvalidOperationException($"The {what} differ:\n{string.Join('\n', only)}");
        Console.WriteLine($"{what}: {ours.Count} lines, all equal");
    }
}
