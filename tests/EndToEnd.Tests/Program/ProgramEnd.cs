using System.Diagnostics;

namespace SparkEtl.EndToEnd.Tests.Program;

/// <summary>How a program ended and what it printed.</summary>
internal sealed record ProgramEnd(int ExitCode, string Output, string Errors)
{
    /// <summary>Waits for the end of a program that was started with its three streams redirected; nothing is typed into it.</summary>
    /// <exception cref="TimeoutException">It did not end within the limit; it and its children are killed.</exception>
    public static async Task<ProgramEnd> OfAsync(Process started, TimeSpan limit)
    {
        using var process = started;
        process.StandardInput.Close();
        using var source = new CancellationTokenSource(limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(source.Token);
            var errors = process.StandardError.ReadToEndAsync(source.Token);
            await process.WaitForExitAsync(source.Token);
            return new ProgramEnd(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end within {limit}.");
        }
    }

    /// <summary>Asserts that it ended as a failure that its message explains: exit code 1, all the parts in the message, no stack trace.</summary>
    public void IsFailure(params string[] parts)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ExitCode, Is.EqualTo(1), Errors);
            Assert.That(Errors, Does.Not.Contain("   at "), "no stack trace");
            Assert.That(Errors, Does.Not.Contain("defect"));
            foreach (var part in parts)
            {
                Assert.That(Errors, Does.Contain(part));
            }
        }
    }

    /// <summary>Asserts that it ended well; its output.</summary>
    public string IsDone()
    {
        Assert.That(ExitCode, Is.Zero, Errors + Output);
        return Output;
    }
}
