using System.Text.Json;
using System.Text.RegularExpressions;
using SparkEtl.EndToEnd.Spark.Tests.Program;
using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Spark.Tests.Ide;

/// <summary>The profiles of the IDEs, as docs/ide.md names them: each is run by what it says.</summary>
internal sealed partial class LaunchProfileTests
{
    private const string Version = "3.5.9";
    private const string Workspace = "${workspaceFolder}";

    private static readonly JsonElement Settings = Read("src/Driver/Properties/launchSettings.json").GetProperty("profiles");
    private static readonly JsonElement Launch = Read(".vscode/launch.json");
    private static readonly JsonElement Tasks = Read(".vscode/tasks.json").GetProperty("tasks");

    [TestCase("local", "", "rows published in")]
    [TestCase("local, Spark", "engine Apache Spark 3.5.9", "rows published in")]
    [TestCase("check local", "", "yes")]
    [TestCase("submit dev", "", "env SPARK_HOME=")]
    public async Task A_profile_of_Visual_Studio_and_Rider_runs(string name, string said, string printed)
    {
        var target = Path.Combine(Path.GetTempPath(), $"sparketl-profile-{Guid.NewGuid():N}.duckdb");
        var home = name is "local, Spark" or "submit dev" ? Sparks.Home(Version) : null;
        var process = RunProgram.Start(Repository.Root, "dotnet", ["run", "--project", "src/Driver", "--launch-profile", name, "--no-build"], start =>
        {
            start.Environment["SPARK_HOME"] = home;
            start.Environment["SPARKETL__LOCAL__TARGET__PATH"] = target;
            start.Environment["MYSQL_PASSWORD"] = start.Environment["POSTGRES_PASSWORD"] = "rabbit hole";
        });
        var end = await SparkProgram.EndOf(process);
        File.Delete(target);
        Assert.That(end.IsDone(), Does.Contain(printed));
        Assert.That(end.Errors, Does.Contain(said));
    }

    [Test]
    public void The_page_and_the_test_name_every_profile()
    {
        var tested = typeof(LaunchProfileTests).GetMethod(nameof(A_profile_of_Visual_Studio_and_Rider_runs))!.GetCustomAttributes(typeof(TestCaseAttribute), inherit: false)
            .Select(a => ((TestCaseAttribute)a).Arguments[0]);
        string[] profiles = [.. Settings.EnumerateObject().Select(p => p.Name)];
        Assert.That(profiles, Is.EquivalentTo(tested));
        var page = File.ReadAllText(Repository.At("docs/ide.md"));
        Assert.That(profiles.Concat(Configurations().Select(c => Text(c, "name"))), Is.All.Matches<string>(n => page.Contains($"| {n} |", StringComparison.Ordinal)));
    }

    [Test]
    public void A_profile_of_VS_Code_runs_what_that_of_Visual_Studio_and_Rider_does()
    {
        var launched = Configurations().Where(c => Text(c, "request") == "launch").ToList();
        Assert.That(launched.Select(c => Text(c, "name")), Is.EquivalentTo(Settings.EnumerateObject().Select(p => p.Name)));
        using (Assert.EnterMultipleScope())
        {
            foreach (var configuration in launched)
            {
                var profile = Settings.GetProperty(Text(configuration, "name"));
                Assert.That(string.Join(' ', Texts(configuration, "args")), Is.EqualTo(Text(profile, "commandLineArgs")));
                Assert.That(Path.GetFullPath(Text(profile, "workingDirectory").Replace("$(ProjectDir)", Repository.At("src/Driver/"), StringComparison.Ordinal)), Is.EqualTo(Here(configuration, "cwd")));
                Assert.That(Here(configuration, "program"), Does.Exist);
                Assert.That(Tasks.EnumerateArray().Select(t => Text(t, "label")), Has.Member(Text(configuration, "preLaunchTask")));
            }
        }
    }

    [Test]
    public void A_task_of_VS_Code_runs_what_is_there() =>
        Assert.That(Tasks.EnumerateArray().Select(t => Texts(t, "args").First(a => a.StartsWith(Workspace, StringComparison.Ordinal)).Replace(Workspace, Repository.Root, StringComparison.Ordinal)), Is.All.Exist);

    [Test]
    public void What_a_profile_of_VS_Code_asks_for_is_described()
    {
        var asked = Input().Matches(File.ReadAllText(Repository.At(".vscode/launch.json"))).Select(m => m.Groups[1].Value);
        Assert.That(asked, Is.EquivalentTo(Launch.GetProperty("inputs").EnumerateArray().Where(i => Text(i, "description").Length > 0).Select(i => Text(i, "id"))));
        Assert.That(Configurations().Where(c => Text(c, "request") == "attach").Select(c => Text(c, "processId")), Is.EqualTo(new[] { "${command:pickProcess}", "${input:process}" }));
    }

    private static IEnumerable<JsonElement> Configurations() => Launch.GetProperty("configurations").EnumerateArray();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<string> Texts(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(a => a.GetString()!);

    private static string Here(JsonElement element, string name) => Text(element, name).Replace(Workspace, Repository.Root, StringComparison.Ordinal);

    private static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Repository.At(file)), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement;

    [GeneratedRegex(@"\$\{input:(\w+)\}")]
    private static partial Regex Input();
}
