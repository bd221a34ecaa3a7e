using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.Architecture.Tests.Api;

public class BindingTests
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);

    [Test]
    public async Task The_pipelines_compile_against_Microsoft_Spark()
    {
        var build = RunProgram.Start(Repository.Root, "dotnet", ["build", "src/Processing", "-p:SparkBinding=Microsoft", "-nologo", "-v", "quiet", "-nodeReuse:false"]);
        (await ProgramEnd.OfAsync(build, MostTime)).IsDone();
    }
}
