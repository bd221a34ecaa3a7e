using System.Globalization;
using SparkEtl.Benchmarks.Claims;
using SparkEtl.Benchmarks.Spark;

// scripts/bench.sh builds and starts this; "script" is how it starts itself again for a run by hand.
return args switch
{
    ["claims", var program, var data, var small, var runs] =>
        await new ClaimsBenchmark(program, data, small, int.Parse(runs, CultureInfo.InvariantCulture)).RunAsync(),
    ["spark", var program, var rows, var runs] =>
        await new SparkBenchmark(program, int.Parse(rows, CultureInfo.InvariantCulture), int.Parse(runs, CultureInfo.InvariantCulture)).RunAsync(),
    ["script", var file, var data, var results, var memory] => HandWrittenScript.Run(file, data, results, memory),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Run scripts/bench.sh; it says what it can measure.");
    return 1;
}
