namespace SparkEtl.Driver.Tests;

internal sealed class FailureTests
{
    [Test]
    public void A_failure_is_its_message_and_exit_code_1()
    {
        var (code, text) = Report(new DriverException("There is no table X."), withStackTrace: false);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(text, Is.EqualTo($"error: There is no table X.{Environment.NewLine}"));
    }

    [Test]
    public void Stopping_is_exit_code_1()
    {
        var (code, text) = Report(new TaskCanceledException(), withStackTrace: false);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(text, Does.Contain("stopped"));
    }

    [Test]
    public void Anything_else_is_called_a_defect_and_exit_code_2()
    {
        var (code, text) = Report(new InvalidOperationException("odd"), withStackTrace: false);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(text, Does.Contain("InvalidOperationException: odd").And.Contain("defect of SparkEtl").And.Contain("--stack-trace"));
    }

    [Test]
    public void The_stack_trace_comes_only_when_asked_for()
    {
        Exception thrown = Assert.Throws<DriverException>(() => throw new DriverException("x"))!;

        Assert.That(Report(thrown, withStackTrace: false).Text, Does.Not.Contain("   at "));
        Assert.That(Report(thrown, withStackTrace: true).Text, Does.Contain("   at "));
    }

    private static (int Code, string Text) Report(Exception error, bool withStackTrace)
    {
        using var text = new StringWriter();
        return ((int)Failure.Report(error, text, withStackTrace), text.ToString());
    }
}
