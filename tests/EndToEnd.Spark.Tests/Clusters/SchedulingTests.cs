using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>What docs/yarn.md gives to schedulers, taken from the page and run with the paths of this machine.</summary>
internal sealed partial class SchedulingTests
{
    private const string Here = "master: \"local[2]\"";
    private const string Call = """
        import ast, json, sys
        call = ast.parse(sys.argv[1]).body[-1].value
        print(json.dumps({"operator": call.func.id, **{k.arg: ast.literal_eval(k.value) for k in call.keywords}}))
        """;

    private static readonly string Page = File.ReadAllText(Repository.At("docs/yarn.md"));

    [OneTimeSetUp]
    public async Task Publish() => await SubmitScript.PublishAsync();

    [Test]
    public async Task The_line_of_cron_runs_the_job_in_the_environment_that_cron_gives_and_its_lock_keeps_a_second_run_away()
    {
        using var project = new ClusterProject(YarnCluster.Version, Here);
        var folder = Directory.CreateDirectory(project.At("größe")).FullName;
        foreach (var file in new[] { "config.yaml", ".env" })
        {
            File.Copy(project.At(file), Path.Combine(folder, file));
        }

        var table = Replaced(
            CronBlock().Match(Page).Groups[1].Value,
            [
                .. Machine(),
                ("LANG=C.UTF-8", "LANG=C.UTF-8"),
                ("cd /opt/sparketl ", $"cd {Repository.Root} "),
                ("/tmp/sparketl-prod.lock", project.At("lock")),
                ("prod config.yaml", $"job {folder}/config.yaml"),
                ("/var/log/sparketl/prod.log", project.At("log")),
            ]);
        var lines = table.TrimEnd('\n').Split('\n');
        var variables = lines[..^1].Select(l => l.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);
        var job = CronLine().Match(lines[^1]);
        Assert.That(job.Success, Is.True, lines[^1]);
        using var first = Shell(project, project.Marker, variables, job.Groups[1].Value);
        var end = first.EndAsync();
        using (await first.FindAsync("sparketl", "job"))
        {
            using var second = Shell(project, "second", variables, job.Groups[1].Value);
            Assert.That(await second.EndAsync(), Is.EqualTo(new ProgramEnd(1, string.Empty, string.Empty)));
            Assert.That(end.IsCompleted, Is.False, "the first run was still running");
        }

        (await end).IsDone();
        Assert.That(
            File.ReadLines(project.At("log")).Where(l => l.Contains("started by spark-submit", StringComparison.Ordinal)), Has.One.Contains("\"level\":"));
        Assert.That(await Embedded.PublishedAsync(project), Is.EqualTo(await Embedded.RowsAsync()));
    }

    [Test]
    public async Task The_table_of_cron_is_one_that_cron_takes()
    {
        if (!File.Exists("/usr/bin/crontab"))
        {
            Assert.Ignore("NOT RUN: there is no crontab. Install cron.");
        }

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, CronBlock().Match(Page).Groups[1].Value);
        (await RunProgram.RunAsync(Repository.Root, "crontab", ["-n", file])).IsDone();
        await File.WriteAllTextAsync(file, "30 25 * * * true\n");
        Assert.That((await RunProgram.RunAsync(Repository.Root, "crontab", ["-n", file])).ExitCode, Is.Not.Zero, "it sees what is wrong");
        File.Delete(file);
    }

    [Test]
    public async Task The_task_of_Airflow_runs_the_job_and_fails_when_that_fails()
    {
        using var project = new ClusterProject(YarnCluster.Version, Here);
        var snippet = Replaced(
            PythonBlock().Match(Page).Groups[1].Value,
            [
                .. Machine().Select(m => ($"\"{m.From.Replace("=", "\": \"", StringComparison.Ordinal)}\"", $"\"{m.To.Replace("=", "\": \"", StringComparison.Ordinal)}\"")),
                ("/opt/sparketl/scripts/", Repository.At("scripts/")),
                ("prod /opt/sparketl/config.yaml", $"job {project.At("config.yaml")}"),
            ]);
        var call = await PythonAsync(snippet);
        var command = call.GetProperty("bash_command").GetString()!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.GetProperty("operator").GetString(), Is.EqualTo("BashOperator"));
            Assert.That(call.GetProperty("append_env").GetBoolean(), Is.True);
            // Airflow reads a command with one of these ends from a file of that name, and what stands in braces is a template.
            Assert.That(command, Does.Not.EndWith(".sh").And.Not.EndWith(".bash").And.Not.Contain("{{").And.Not.Contain("{%"));
        }

        var variables = call.GetProperty("env").EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString()!);
        using var done = Bash(project, variables, command);
        (await done.EndAsync()).IsDone();
        Assert.That(await Embedded.PublishedAsync(project), Is.EqualTo(await Embedded.RowsAsync()));
        using var failed = Bash(project, variables, command.Replace(" job ", " jop ", StringComparison.Ordinal));

        // 99 would be a task that is skipped.
        (await failed.EndAsync()).IsFailure("'jop'");
    }

    [Test]
    public void The_action_of_Oozie_is_XML_and_ships_what_the_command_by_hand_needs()
    {
        var action = XElement.Parse(XmlBlock().Match(Page).Groups[1].Value);
        var shell = action.Elements().First();
        var files = shell.Elements(shell.Name.Namespace + "file").Select(f => f.Value).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(action.Elements().Select(e => e.Name.LocalName), Is.EqualTo(new[] { "shell", "ok", "error" }));
            Assert.That(files, Does.Contain(shell.Element(shell.Name.Namespace + "exec")!.Value));
            var byHand = File.ReadAllText(Repository.At("docs/spark-submit.md"));
            Assert.That(files.Skip(1), Is.All.Matches<string>(f => byHand.Contains(f, StringComparison.Ordinal)));
        }
    }

    // What the page says, and what is so here.
    private static (string From, string To)[] Machine() =>
    [
        ("SPARK_HOME=/usr/lib/spark", $"SPARK_HOME={Sparks.Home(YarnCluster.Version)}"),
        ("HADOOP_CONF_DIR=/etc/hadoop/conf", "HADOOP_CONF_DIR=/nowhere"),
        ("JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64", $"JAVA_HOME={YarnCluster.JavaHome}"),
    ];

    private static string Replaced(string snippet, (string From, string To)[] replacements)
    {
        foreach (var (from, to) in replacements)
        {
            Assert.That(snippet, Does.Contain(from), "docs/yarn.md changed, and this test has to follow");
            snippet = snippet.Replace(from, to, StringComparison.Ordinal);
        }

        return snippet;
    }

    // As cron runs a line: crontab(5) says what its environment holds.
    private static Submitted Shell(ClusterProject project, string marker, IReadOnlyDictionary<string, string> variables, string command) =>
        Submit(project, marker, "/bin/sh", command, start =>
        {
            start.Environment.Clear();
            foreach (var (name, value) in variables.Concat([new("HOME", Environment.GetEnvironmentVariable("HOME")!), new("LOGNAME", Environment.UserName), new("SHELL", "/bin/sh"), new("PATH", "/usr/bin:/bin")]))
            {
                start.Environment[name] = value;
            }
        });

    // As Airflow does, with append_env.
    private static Submitted Bash(ClusterProject project, IReadOnlyDictionary<string, string> variables, string command) =>
        Submit(project, project.Marker, "bash", command, start =>
        {
            foreach (var (name, value) in variables)
            {
                start.Environment[name] = value;
            }
        });

    private static Submitted Submit(ClusterProject project, string marker, string shell, string command, Action<ProcessStartInfo> change) => new(
        RunProgram.Start(project.At("tmp"), shell, ["-c", command], start =>
        {
            change(start);
            start.Environment["SPARKETL_TEST"] = marker;
        }),
        marker);

    private static async Task<JsonElement> PythonAsync(string snippet)
    {
        try
        {
            return JsonDocument.Parse((await RunProgram.RunAsync(Repository.Root, "python3", ["-c", Call, snippet])).IsDone()).RootElement;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("NOT RUN: there is no python3, which reads the task of Airflow.");
            throw;
        }
    }

    [GeneratedRegex(@"^cron [^\n]*\n\n```\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CronBlock();

    // A % would end the command for cron.
    [GeneratedRegex(@"^(?:[\d*,/-]+ +){5}([^%]+)$")]
    private static partial Regex CronLine();

    [GeneratedRegex("^Airflow:\n\n```python\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex PythonBlock();

    [GeneratedRegex("^```xml\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex XmlBlock();
}
