namespace SparkEtl.EndToEnd.Tests.Program;

/// <summary>How a program ended and what it printed.</summary>
internal sealed record ProgramEnd(int ExitCode, string Output, string Errors)
{
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
