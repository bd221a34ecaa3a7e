using System.Text;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class ReferenceTests
{
    private static Some.Machine Visits(string path) => Some.MachineWith($"dev:\n  visits:\n    path: {path}\n");

    private static string Path(Some.Machine machine) => machine.Load().Section<VisitsLikeOptions>().Path;

    [Test]
    public void A_variable_is_filled_in_anywhere_in_a_value() =>
        Assert.That(Path(Visits("s3://${BUCKET}/${YEAR}/x").WithVariable("BUCKET", "lake").WithVariable("YEAR", "2024")), Is.EqualTo("s3://lake/2024/x"));

    [Test]
    public void A_variable_may_stand_for_a_number() =>
        Assert.That(
            ((MySqlSourceOptions)Some.MachineWith("dev: {source: {kind: mysql, host: h, port: \"${PORT}\", database: d, username: u, password: ''}}")
                .WithVariable("PORT", "3307").Load().Source!).Port,
            Is.EqualTo(3307));

    [Test]
    public void The_env_file_beside_the_configuration_is_read_and_the_environment_wins()
    {
        Some.Machine machine = Visits("${A}-${B}").WithFile(".env", "A=file\nB=file\n").WithVariable("B", "environment");
        Assert.That(Path(machine), Is.EqualTo("file-environment"));
    }

    [Test]
    public void The_env_file_and_files_are_those_of_the_configurations_folder()
    {
        var machine = new Some.Machine()
            .WithFile("conf/config.yaml", "dev: {visits: {path: \"${A}${file:name}${file:/abs}\"}}")
            .WithFile("conf/.env", "A=a")
            .WithFile("conf/name", "b")
            .WithFile("/abs", "c");
        var configuration = machine.Load(new ConfigurationRequest { File = "conf/config.yaml", Environment = "dev" });
        Assert.That(configuration.Section<VisitsLikeOptions>().Path, Is.EqualTo("abc"));
        Assert.That(configuration.Resolve("out/x"), Is.EqualTo("conf/out/x"));
        Assert.That(configuration.Resolve("/out/x"), Is.EqualTo("/out/x"));
        Assert.That(configuration.Resolve("s3://lake/x"), Is.EqualTo("s3://lake/x"));
    }

    [TestCase("A=1", "1")]
    [TestCase("  export A = 1  # one", "1")]
    [TestCase("A='it''s'", null)]
    [TestCase("A='a # b\\n'", "a # b\\n")]
    [TestCase("A=\"a\\n\\\"b\\\\\" # c", "a\n\"b\\")]
    [TestCase("A=p#ss=word", "p#ss=word")]
    [TestCase("A=x\r", "x")]
    [TestCase("A=\"open", null)]
    [TestCase("A", null)]
    [TestCase("A-B=1", null)]
    [TestCase("=1", null)]
    public void Lines_of_the_env_file_are_read_as_shells_write_them(string line, string? value)
    {
        Some.Machine machine = Visits("<${A}>").WithFile(".env", $"# comment\n\n{line}\n");
        if (value is not null) Assert.That(Path(machine), Is.EqualTo($"<{value}>"));
        else Assert.That(machine.Problems(), Has.One.StartsWith(".env(3,1): expected NAME=value"));
    }

    [Test]
    public void A_broken_line_of_the_env_file_is_not_shown() =>
        Assert.That(Visits("x").WithFile(".env", "hunter2\n").Problems(), Has.None.Contain("hunter2"));

    [Test]
    public void An_env_file_that_cannot_be_read_is_a_problem() =>
        Assert.That(
            Visits("x").WithFile(".env", FileRead.Failed("there is no permission to read it")).Problems(),
            Is.EqualTo(new[] { ".env: the file cannot be read: there is no permission to read it" }));

    [TestCase("text", "text")]
    [TestCase("text\n", "text")]
    [TestCase("text\r\n", "text")]
    [TestCase("text\n\n", "text\n")]
    [TestCase("two\nlines\n", "two\nlines")]
    public void A_file_is_filled_in_without_its_last_line_end(string content, string value) =>
        Assert.That(Path(Visits("${file:name.txt}").WithFile("name.txt", content)), Is.EqualTo(value));

    [Test]
    public void A_file_that_cannot_be_read_says_why() => Assert.Multiple(() =>
    {
        Assert.That(
            Visits("${file:secrets/x}").Problems(),
            Is.EqualTo(new[] { "config.yaml(3,11): ${file:secrets/x} cannot be read: there is no such file at secrets/x" }));
        Assert.That(
            Visits("${file:x}").WithFile("x", FileRead.Of(new byte[] { 0xFF })).Problems(),
            Is.EqualTo(new[] { "config.yaml(3,11): ${file:x} cannot be read: byte 0xFF is not UTF-8; save the file as UTF-8 at x" }));
    });

    [Test]
    public void Two_dollars_stand_for_the_characters_themselves() => Assert.Multiple(() =>
    {
        Assert.That(Path(Visits("$${NAME}")), Is.EqualTo("${NAME}"));
        Assert.That(Path(Visits("cost $5 and $$")), Is.EqualTo("cost $5 and $$"));
        Assert.That(Path(Visits("$$${A}").WithVariable("A", "x")), Is.EqualTo("$${A}"));
    });

    [Test]
    public void What_a_variable_holds_is_not_looked_into_again() =>
        Assert.That(Path(Visits("${A}").WithVariable("A", "${B} $${C}")), Is.EqualTo("${B} $${C}"));

    [Test]
    public void A_variable_that_is_not_set_is_a_problem_with_the_nearest_name() =>
        Assert.That(
            Visits("${BUKET}").WithVariable("BUCKET", "lake").Problems(),
            Is.EqualTo(new[] { "config.yaml(3,11): ${BUKET} is not set (did you mean BUCKET?); set the environment variable BUKET, or write BUKET=... into .env" }));

    [TestCase("${A", "'${' is not closed by '}'; write $${ for the characters themselves")]
    [TestCase("${}", "'${}' is not a reference; expected ${NAME} with a name of letters, digits and _, or ${file:PATH}")]
    [TestCase("${A:-x}", "'${A:-x}' is not a reference; expected ${NAME} with a name of letters, digits and _, or ${file:PATH}")]
    [TestCase("${1A}", "'${1A}' is not a reference; expected ${NAME} with a name of letters, digits and _, or ${file:PATH}")]
    [TestCase("'${file: }'", "'${file:}' names no file; expected ${file:PATH}")]
    public void A_malformed_reference_says_how_one_looks(string value, string problem) =>
        Assert.That(Visits(value).Problems(), Is.EqualTo(new[] { $"config.yaml(3,11): {problem}" }));

    [Test]
    public void All_references_of_a_value_that_fail_are_listed() =>
        Assert.That(Visits("${A}${B}").Problems(), Has.Length.EqualTo(2));

    [Test]
    public void References_in_environments_that_are_not_loaded_are_left_alone() =>
        Assert.That(Some.Configuration("dev: {}\nprod: {visits: {path: \"${NOT_SET}\"}}").Name, Is.EqualTo("dev"));

    [Test]
    public void The_value_of_a_reference_is_not_shown_in_errors() =>
        Assert.That(
            Some.MachineWith("dev: {log: {sql: \"${FLAG}\"}}").WithVariable("FLAG", "not for eyes").Problems(),
            Is.EqualTo(new[] { "config.yaml(1,18): dev.log.sql must be true or false, found the value of ${FLAG}" }));
}
