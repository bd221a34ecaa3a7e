using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SparkEtl.Utils.Configuration;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class MalformedFileTests
{
    private static string[] Problems(string yaml) => Some.MachineWith(yaml).Problems();

    [Test]
    public void A_missing_file_is_named() =>
        Assert.That(
            new Some.Machine().Problems(),
            Is.EqualTo(new[] { "config.yaml: the file cannot be read: there is no such file; pass the file's path, or run where it lies" }));

    [Test]
    public void A_directory_in_the_files_place_is_named() =>
        Assert.That(
            new Some.Machine().WithFile("config.yaml", FileRead.Failed("it is a directory, not a file")).Problems(),
            Is.EqualTo(new[] { "config.yaml: the file cannot be read: it is a directory, not a file" }));

    [TestCase("")]
    [TestCase("\n\n")]
    [TestCase("# only a comment\n")]
    [TestCase("---\n")]
    public void An_empty_file_says_what_to_write(string text) =>
        Assert.That(
            Problems(text),
            Is.EqualTo(new[] { "config.yaml(1,1): the file is empty; expected an environment such as 'local:' with its sections below it" }));

    [TestCase("- dev\n", "a list")]
    [TestCase("dev\n", "'dev'")]
    public void A_file_that_is_no_mapping_says_what_was_found(string text, string found) =>
        Assert.That(
            Problems(text),
            Is.EqualTo(new[] { $"config.yaml(1,1): expected environments with their sections, such as 'local:', found {found}" }));

    [TestCase("dev:\n  log: {level: info\n", 3, 1)]
    [TestCase("dev:\n  log: \"open\n", 2, 8)]
    [TestCase("dev:\n  a: b: c\n", 2, 7)]
    [TestCase("dev:\n    log: {}\n  x: {}\n", 3, 3)]
    [TestCase("dev: @x\n", 1, 6)]
    public void Malformed_yaml_is_one_problem_with_its_place(string text, int line, int column)
    {
        string[] problems = Problems(text);
        Assert.That(problems, Has.Length.EqualTo(1));
        Assert.That(problems[0], Does.StartWith($"config.yaml({line},{column}): this is not YAML: "));
    }

    [TestCase("dev:\n\tlog: {}\n", 2, 1)]
    [TestCase("dev:\n  log:\n  \tlevel: info\n", 3, 3)]
    public void A_tab_that_indents_is_named_as_the_cause(string text, int line, int column) =>
        Assert.That(
            Problems(text),
            Is.EqualTo(new[] { $"config.yaml({line},{column}): the line is indented by a tab, which YAML forbids; indent by spaces" }));

    [Test]
    public void A_tab_elsewhere_is_just_a_blank() =>
        Assert.That(Some.Configuration("dev:\t# the one\n  log:\n    level:\tdebug\n").Log.Level, Is.EqualTo(SparkEtl.Utils.Configuration.Options.LogThreshold.Debug));

    [Test]
    public void A_key_given_twice_is_refused_with_both_places() =>
        Assert.That(
            Problems("""
                dev:
                  log: {level: info}
                  log: {level: debug}
                """),
            Is.EqualTo(new[] { "config.yaml(3,3): the key 'log' is given twice, first at config.yaml(2,3); leave one of them" }));

    [Test]
    public void An_environment_given_twice_is_refused() =>
        Assert.That(
            Problems("dev: {}\nprod: {}\ndev: {}\n"),
            Is.EqualTo(new[] { "config.yaml(3,1): the key 'dev' is given twice, first at config.yaml(1,1); leave one of them" }));

    [Test]
    public void Invalid_utf8_is_told_by_byte_line_and_column() =>
        Assert.That(
            new Some.Machine().WithFile("config.yaml", FileRead.Of((byte[])[.. "dev: {}\n# Z"u8, 0xFC, .. "rich\n"u8])).Problems(),
            Is.EqualTo(new[] { "config.yaml(2,4): the file cannot be read: byte 0xFC is not UTF-8; save the file as UTF-8" }));

    [Test]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.That(
            new Some.Machine().WithFile("config.yaml", FileRead.Of((byte[])[.. Encoding.UTF8.Preamble, .. "dev: {}"u8])).Load().Name,
            Is.EqualTo("dev"));

    [Test]
    public void Windows_line_ends_do_no_harm() =>
        Assert.That(Some.Configuration("dev:\r\n  visits:\r\n    path: v\r\n").Section<VisitsLikeOptions>().Path, Is.EqualTo("v"));

    [Test]
    public void A_second_document_is_refused() =>
        Assert.That(
            Problems("dev: {}\n---\nprod: {}\n"),
            Is.EqualTo(new[] { "config.yaml(2,1): a second document starts here; expected one document in the file" }));

    [Test]
    public void Anchors_aliases_and_tags_are_refused_by_name() =>
        Assert.That(
            Problems("""
                dev:
                  visits: &shared {path: v}
                  claims: *shared
                  log: !custom {sql: true}
                """),
            Is.EqualTo(new[]
            {
                "config.yaml(2,11): '&shared' is an anchor; anchors are not read, put what environments share under 'defaults'",
                "config.yaml(3,11): '*shared' is an alias; aliases are not read, put what environments share under 'defaults'",
                "config.yaml(4,8): '!custom' is a tag; tags are not read, the key decides the type",
            }));

    [Test]
    public void Text_nested_without_end_is_refused_and_not_followed()
    {
        string[] problems = Problems("dev: " + new string('[', 100_000));
        Assert.That(problems, Has.Length.EqualTo(1));
        Assert.That(problems[0], Does.Contain("it is nested more than 50 levels deep"));
    }

    [Test]
    public void Whatever_a_file_holds_it_loads_or_says_what_is_wrong()
    {
        string whole = Repository.Read("config.yaml");
        string[] scraps = ["\t", "{", "}", "[", "]", ":", "- ", "\"", "'", "&a ", "*a", "!x ", "|", ">", "\n", "#", "%", "@", "? ", "<<: ", "\0", "\uD800", "${", "---\n", "...\n", "null"];
        Prop.ForAll<int, int, int>((at, length, scrap) =>
        {
            int start = (at & int.MaxValue) % whole.Length;
            string text = whole[..start] + scraps[(scrap & int.MaxValue) % scraps.Length] + whole[Math.Min(whole.Length, start + ((length & int.MaxValue) % 40))..];
            return LoadsOrSays(text) && LoadsOrSays(text[..start]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(100_000));
    }

    [Test]
    public void Whatever_text_a_file_holds_it_loads_or_says_what_is_wrong() =>
        Prop.ForAll<NonNull<string>>(text => LoadsOrSays(text.Get) && LoadsOrSays("dev: " + text.Get)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Any other exception fails the test.
    private static bool LoadsOrSays(string text)
    {
        try
        {
            return Some.MachineWith(text).Load("local").Name == "local";
        }
        catch (ConfigurationException e)
        {
            return e.Problems.Count > 0;
        }
    }

    [Test]
    public void A_key_that_is_no_single_value_is_refused() =>
        Assert.That(Problems("dev:\n  ? [a]\n  : b\n"), Is.EqualTo(new[] { "config.yaml(2,5): expected a key, found a list" }));
}
