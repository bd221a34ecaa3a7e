using System.Text.RegularExpressions;
using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Tests.Documentation;

/// <summary>
/// README.md by following it: every line of its console blocks that starts with <c>$</c> is run from the checkout, in order, and what it
/// prints is what stands below it; a line <c>...</c> there stands for any number of lines. scripts/test.sh is what runs this.
/// </summary>
public sealed partial class ReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(Repository.At("README.md"));

    [Test]
    public async Task Every_command_of_the_readme_prints_what_the_readme_says()
    {
        var commands = Commands().ToList();
        Assert.That(commands.Select(c => c.Command), Has.Member("scripts/quickstart.sh"));
        foreach ((string command, string printed) in commands.Where(c => c.Command != "scripts/test.sh"))
        {
            ProgramEnd end = await RunProgram.RunAsync(Repository.Root, "bash", ["-c", command]);
            string output = end.IsDone();
            string pattern = string.Concat(printed.Split('\n').Select(line => line == "..." ? @"(?:.*\n)*?" : $"{Regex.Escape(line)}\n"));
            if (printed.Length > 0)
                Assert.That(output, Does.Match($@"\A{pattern}\z"), $"what '{command}' printed");
        }
    }

    [Test]
    public void The_test_command_is_there() => Assert.That(Commands().Select(c => c.Command), Has.Member("scripts/test.sh"));

    [Test]
    public async Task The_table_of_commands_names_each_that_the_program_has()
    {
        string help = (await RunProgram.DotNetAsync(Repository.Root, RunProgram.SparkEtl, "--help")).IsDone();
        string[] commands = [.. CommandLine().Matches(help[help.IndexOf("\nCommands:", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value)];

        Assert.That(commands, Is.Not.Empty);
        foreach (string command in commands)
            Assert.That(s_readme, Does.Contain($"| `./sparketl {command} "));
    }

    [Test]
    public void What_the_readme_points_at_is_there()
    {
        var missing = Link().Matches(s_readme).Select(m => m.Groups[1].Value).Where(l => !l.StartsWith("http", StringComparison.Ordinal))
            .Where(l => !File.Exists(Repository.At(l)) && !Directory.Exists(Repository.At(l)));

        Assert.That(missing, Is.Empty);
    }

    private static IEnumerable<(string Command, string Printed)> Commands() =>
        ConsoleBlock().Matches(s_readme).SelectMany(block => CommandAndOutput().Matches(block.Groups[1].Value))
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value.TrimEnd('\n')));

    [GeneratedRegex("^```console\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex(@"^\$ (.*)\n((?:(?!\$ ).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex CommandAndOutput();

    [GeneratedRegex(@"^  (\w+) ", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"\]\(([^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
