using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Spark.Tests.Program;

/// <summary>
/// Ctrl-C at any moment of a run on Spark: one clear error and nothing published, or, when it came too late, all that is said to be; and no
/// process left.
/// </summary>
[Platform("Linux")]
internal sealed class InterruptedMomentsTests
{
    private const string Marker = "SPARKETL_TEST_RUN";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FewSeconds = TimeSpan.FromSeconds(8);
    private static readonly string[] Claims = ["claim_agg", "invoice_by_claim_status"];
    private static readonly string[] Visits = ["daily_visits"];
    private static readonly double[] Fractions = [0.92];

    private readonly string version = Sparks.Versions[0];
    private string folder = null!;

    // What is done when the signal is sent: the name of the moment, and whether it is there.
    private static IEnumerable<(string Name, Func<Run, bool> IsThere)> Moments =>
    [
        ("the program listens to signals", r => r.Listens),
        ("the JVM is there", r => r.Jvm is not null),
        ("the JVM has begun its work", r => r.Jvm is not null && r.Time > TimeSpan.FromSeconds(2)),
        ("the session is made", r => r.Logged("engine Apache Spark") > 0),
        ("the first statement runs", r => r.Logged("SELECT") > 0),
        ("a task runs", r => r.Jvm is { } jvm && Processes.HasTask(jvm)),
        ("the target is there", r => File.Exists(r.Target)),
        ("the second pipeline begins", r => r.Logged("pipeline visits") > 0),
    ];

    [SetUp]
    public void NewFolder() => folder = Directory.CreateTempSubdirectory("sparketl-moments-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Ctrl_C_at_any_moment_is_one_clear_error_or_comes_too_late()
    {
        var watch = Stopwatch.StartNew();
        using (var whole = Start("whole"))
        {
            Assert.That((await whole.End(Limit)).IsDone(), Does.Contain("claim_agg").And.Contain("daily_visits"));
            Assert.That(await Published(whole), Is.EquivalentTo(Claims.Concat(Visits)));
        }

        var time = watch.Elapsed;
        var moments = Moments.Concat(Fractions.Select(f => ($"{f:P0} of the time", (Func<Run, bool>)(r => r.Listens && r.Time > f * time)))).ToList();
        var (ends, wrong) = (new List<string>(), new List<string>());
        for (var i = 0; i < moments.Count; i++)
        {
            // A terminal's Ctrl-C goes to all processes of its group.
            var (name, toAll) = ($"{moments[i].Item1}{(i % 2 == 0 ? ", to all" : string.Empty)}", i % 2 == 0);
            using var run = Start($"run{i}");
            var sent = await run.Interrupt(moments[i].Item2, toAll, Limit);
            var end = await run.End(Limit);
            ends.Add($"{name}: after {sent.TotalSeconds:0.0} s, exit code {end.ExitCode} {(run.Time - sent).TotalSeconds:0.0} s later: {end.Errors.Split('\n')[^1]}");
            TestContext.Progress.WriteLine(ends[^1]);
            wrong.AddRange((await Wrong(run, end)).Select(w => $"{name}: {w}\n{end.Errors}"));
        }

        TestContext.Out.WriteLine($"{time.TotalSeconds:0.0} s without a signal\n{string.Join("\n", ends)}");
        Assert.That(string.Join("\n", wrong), Is.Empty);
        Assert.That(ends, Has.Some.Contains("exit code 1"));
        using var next = Start("run0");
        (await next.End(Limit)).IsDone();
        Assert.That(await Published(next), Is.EquivalentTo(Claims.Concat(Visits)));
    }

    private async Task<List<string>> Wrong(Run run, ProgramEnd end)
    {
        var wrong = new List<string>();
        var errors = end.Errors.Split('\n').Count(l => l.StartsWith("error:", StringComparison.Ordinal));
        var published = await Published(run);
        string[] said = end.ExitCode == 0 ? [.. Claims, .. Visits] : end.Errors.Contains("nothing was published", StringComparison.Ordinal) ? [] : Claims;
        Check(end.ExitCode is 0 or 1, $"exit code {end.ExitCode}");
        Check(errors == end.ExitCode, $"{errors} errors");
        Check(!end.Errors.Contains("   at ", StringComparison.Ordinal) && !end.Errors.Contains("\tat ", StringComparison.Ordinal), "a stack trace");
        Check(end.ExitCode == 0 || end.Errors.Contains("error: stopped before the end", StringComparison.Ordinal), "another error");
        Check(published.Order().SequenceEqual(said.Order()), $"published: {string.Join(", ", published)}");
        var waiting = Stopwatch.StartNew();
        while (run.Left.Count > 0 && waiting.Elapsed < FewSeconds)
        {
            await Task.Delay(100);
        }

        Check(run.Left.Count == 0, $"processes left: {string.Join("; ", run.Left)}");

        // The next run, on the embedded engine: a second instead of ten.
        var next = await Embedded("local", "--set", $"target.path={run.Target}");
        Check(next.ExitCode == 0, $"the next run failed: {next.Errors}");
        return wrong;

        void Check(bool holds, string otherwise)
        {
            if (!holds)
            {
                wrong.Add(otherwise);
            }
        }
    }

    // Those whose rows are as the embedded engine gives them; a part of a table would be neither there nor absent.
    private async Task<IReadOnlyList<string>> Published(Run run)
    {
        var expected = Path.Combine(folder, "expected.duckdb");
        if (!File.Exists(expected))
        {
            (await Embedded("local", "--set", $"target.path={expected}")).IsDone();
        }

        var published = new List<string>();
        foreach (var table in File.Exists(run.Target) ? Claims.Concat(Visits) : [])
        {
            var shown = await Shown(table, run.Target);
            if (shown.ExitCode == 0)
            {
                Assert.That(shown.Output, Is.EqualTo((await Shown(table, expected)).IsDone()), table);
                published.Add(table);
            }
        }

        return published;
    }

    private Task<ProgramEnd> Shown(string table, string target) => Embedded("show", table, "--env", "local", "--format", "csv", "--set", $"target.path={target}");

    private Task<ProgramEnd> Embedded(params string[] arguments) => SparkProgram.EndOf(SparkProgram.Start(version, _ => { }, arguments));

    private Run Start(string name)
    {
        var target = Path.Combine(folder, $"{name}.duckdb");
        var mark = $"{name}-{Guid.NewGuid():N}";
        return new Run(target, mark, SparkProgram.Start(
            version,
            start =>
            {
                // In a group of its own, as a shell starts it.
                start.ArgumentList.Insert(0, start.FileName);
                start.FileName = "setsid";
                start.Environment[Marker] = mark;
            },
            "local", "--engine", "spark", "--set", $"target.path={target}", "--set", "log.sql=true"));
    }

    /// <summary>A run and what can be seen of it from outside.</summary>
    private sealed class Run : IDisposable
    {
        private readonly Process process;
        private readonly string mark;
        private readonly ConcurrentQueue<string> lines = new();
        private readonly Task<string> output;
        private readonly Task errors;
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private TimeSpan? listening;

        public Run(string target, string mark, Process process)
        {
            (Target, this.mark, this.process) = (target, mark, process);
            process.StandardInput.Close();
            output = process.StandardOutput.ReadToEndAsync();
            errors = Read();
        }

        public string Target { get; }

        public TimeSpan Time => watch.Elapsed;

        /// <summary>The processes that it started, and itself.</summary>
        public IReadOnlyList<string> Left => [.. Processes.With(Marker, mark).Select(Processes.CommandLine)];

        /// <summary>The process of the JVM; null before there is one.</summary>
        public int? Jvm => Processes.With(Marker, mark)
            .Where(p => Processes.CommandLine(p).Contains("sparketl.GatewayMain", StringComparison.Ordinal)).Select(p => (int?)p).FirstOrDefault();

        /// <summary>Whether its first line has run; until then an interrupt ends it as it ends any process.</summary>
        public bool Listens
        {
            get
            {
                var tasks = $"/proc/{process.Id}/task";
                if (listening is null && Directory.Exists(tasks)
                    && Directory.EnumerateDirectories(tasks).Any(t => Processes.Text($"{t}/comm").StartsWith(".NET SigHandler", StringComparison.Ordinal)))
                {
                    listening = Time;
                }

                // The thread for signals is there before it is told which to handle.
                return Time - listening > TimeSpan.FromMilliseconds(50);
            }
        }

        public int Logged(string text) => lines.Count(l => l.Contains(text, StringComparison.Ordinal));

        /// <summary>Sends the signal at a moment, or never when it ends before; when that was.</summary>
        public async Task<TimeSpan> Interrupt(Func<Run, bool> isThere, bool toAll, TimeSpan limit)
        {
            while (!process.HasExited && !isThere(this) && Time < limit)
            {
                await Task.Delay(2);
            }

            var sent = Time;
            using var kill = Process.Start("kill", ["-INT", "--", (toAll ? "-" : string.Empty) + process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            return sent;
        }

        public async Task<ProgramEnd> End(TimeSpan limit)
        {
            using var late = new CancellationTokenSource(limit);
            await process.WaitForExitAsync(late.Token);
            watch.Stop();
            await errors.WaitAsync(late.Token);
            return new ProgramEnd(process.ExitCode, await output.WaitAsync(late.Token), string.Join("\n", lines));
        }

        public void Dispose()
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            process.Dispose();
        }

        private async Task Read()
        {
            while (await process.StandardError.ReadLineAsync() is { } line)
            {
                lines.Enqueue(line);
            }
        }
    }
}
