using System.Diagnostics;

namespace SparkEtl.Architecture.Tests.Api;

public class BindingTests
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);

    [Test]
    public async Task The_pipelines_compile_against_Microsoft_Spark()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "build", "src/Processing", "-p:SparkBinding=Microsoft", "-nologo", "-v", "quiet", "-nodeReuse:false" },
        })!;
        using var deadline = new CancellationTokenSource(MostTime);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        Assert.That(process.ExitCode, Is.Zero, output + await errors);
    }
}
