using SparkEtl.Driver;

namespace SparkEtl.EndToEnd.Tests.Program;

/// <summary>A user's own program: SparkEtl with one pipeline. The tests start it as a child process.</summary>
internal static class SalesProgram
{
    public static Task<int> Main(string[] args) => SparkEtlApp.RunAsync(args, pipelines => pipelines.Add<SalesPipeline>());
}
