using SparkEtl.Utils.Configuration;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class ValueTypeTests
{
    internal enum Speed
    {
        Slow,
        VeryFast,
    }

    internal sealed record Everything
    {
        public string Text { get; init; } = "default";

        public bool Flag { get; init; } = true;

        public int Whole { get; init; } = 1;

        public long Long { get; init; } = 2;

        public decimal Amount { get; init; } = 3.5m;

        public double Share { get; init; } = 0.5;

        public Speed Speed { get; init; } = Speed.VeryFast;

        public string? MaybeText { get; init; } = "maybe";

        public int? MaybeWhole { get; init; }

        public Speed? MaybeSpeed { get; init; }

        public IReadOnlyList<string> Names { get; init; } = [];

        public List<int> Numbers { get; init; } = [];

        public string[] Array { get; init; } = [];

        public IReadOnlyDictionary<string, decimal> Rates { get; init; } = new Dictionary<string, decimal>();

        public Dictionary<string, IReadOnlyList<string>> Groups { get; init; } = [];

        public Nested? Nested { get; init; }

        public string Computed => Text + "!";
    }

    internal sealed record Nested(string Name, int Size = 7)
    {
        [Range(1, 10)]
        public int Weight { get; init; } = 5;
    }

    internal sealed record Picky
    {
        public int Even
        {
            get;
            init => field = value % 2 == 0 ? value : throw new ArgumentException($"{value} is odd; expected an even number");
        }
    }

    internal sealed record Selfish
    {
        public Selfish? Inner { get; init; }
    }

    internal sealed record Timed
    {
        public DateTime When { get; init; }
    }

    internal sealed record Compared
    {
        public int From { get; init; }

        [System.ComponentModel.DataAnnotations.Compare(nameof(From))]
        public int To { get; init; }
    }

    private static readonly ConfigurationSection[] s_sections = [new("everything", typeof(Everything)), new("picky", typeof(Picky))];

    private static EnvironmentConfiguration Load(string yaml, params ConfigurationSection[] sections) => ConfigurationLoader.Load(
        new ConfigurationRequest { File = "config.yaml", Environment = "dev" },
        sections.Length > 0 ? sections : s_sections,
        Some.MachineWith(yaml));

    private static Everything Bind(string keys) =>
        Load($"dev:\n  everything:\n{string.Join('\n', keys.Split('\n').Select(l => "    " + l))}").Section<Everything>();

    private static string[] Problems(string keys) =>
        [.. Assert.Throws<ConfigurationException>(() => Bind(keys))!.Problems.Select(p => p.ToString())];

    [Test]
    public void A_section_without_keys_has_the_records_own_defaults() =>
        Assert.That(Load("dev: {everything: {}}").Section<Everything>().ToString(), Is.EqualTo(new Everything().ToString()));

    [Test]
    public void Every_type_is_read()
    {
        Everything read = Bind("""
            text: some text
            flag: false
            whole: -12
            long: 9000000000
            amount: 12.340
            share: 1e-3
            speed: very_fast
            maybe_text: ~
            maybe_whole: 3
            maybe_speed: slow
            names: [a, "b c", 3]
            numbers: [1, 2]
            array:
              - x
            rates: {chf: 1, eur: 0.95}
            groups:
              one: [a]
              two: []
            nested: {name: n, weight: 10}
            """);
        Assert.Multiple(() =>
        {
            Assert.That((read.Text, read.Flag, read.Whole, read.Long), Is.EqualTo(("some text", false, -12, 9_000_000_000L)));
            Assert.That((read.Amount, read.Share, read.Speed), Is.EqualTo((12.340m, 0.001, Speed.VeryFast)));
            Assert.That((read.MaybeText, read.MaybeWhole, read.MaybeSpeed), Is.EqualTo(("maybe", 3, Speed.Slow)));
            Assert.That(read.Names, Is.EqualTo(new[] { "a", "b c", "3" }));
            Assert.That(read.Numbers, Is.EqualTo(new[] { 1, 2 }));
            Assert.That(read.Array, Is.EqualTo(new[] { "x" }));
            Assert.That(read.Rates["eur"], Is.EqualTo(0.95m));
            Assert.That(read.Groups["one"], Is.EqualTo(new[] { "a" }));
            Assert.That(read.Groups["two"], Is.Empty);
            Assert.That(read.Nested, Is.EqualTo(new Nested("n") { Weight = 10 }));
        });
    }

    [Test]
    public void Text_may_look_like_anything() => Assert.Multiple(() =>
    {
        Assert.That(Bind("text: 2024").Text, Is.EqualTo("2024"));
        Assert.That(Bind("text: true").Text, Is.EqualTo("true"));
        Assert.That(Bind("text: \"null\"").Text, Is.EqualTo("null"));
        Assert.That(Bind("text: 'it''s: # here'").Text, Is.EqualTo("it's: # here"));
        Assert.That(Bind("text: |\n  SELECT 1\n  FROM t\n").Text, Is.EqualTo("SELECT 1\nFROM t\n"));
    });

    [TestCase("flag: yes", "dev.everything.flag must be true or false, found 'yes'")]
    [TestCase("flag: \"true\"", "dev.everything.flag must be true or false (without quotes), found 'true'")]
    [TestCase("whole: 1.5", "dev.everything.whole must be a whole number, found '1.5'")]
    [TestCase("whole: \"4\"", "dev.everything.whole must be a whole number (without quotes), found '4'")]
    [TestCase("whole: 3000000000", "dev.everything.whole must be a whole number, found '3000000000'")]
    [TestCase("whole: [1]", "dev.everything.whole must be a single value, found a list")]
    [TestCase("amount: 1,5", "dev.everything.amount must be a number, found '1,5'")]
    [TestCase("share: .nan", "dev.everything.share must be a number, found '.nan'")]
    [TestCase("speed: VeryFast", "dev.everything.speed must be one of slow, very_fast, found 'VeryFast'; did you mean 'very_fast'?")]
    [TestCase("names: a", "dev.everything.names must be a list, found 'a'")]
    [TestCase("names: {a: b}", "dev.everything.names must be a list, found a mapping")]
    [TestCase("rates: [1]", "dev.everything.rates must be a mapping of names to values, found a list")]
    [TestCase("nested: x", "dev.everything.nested must be a mapping of keys to values, found 'x'")]
    [TestCase("whole:", "dev.everything.whole has no value; write one, or take the key out")]
    [TestCase("text: ~", "dev.everything.text has no value; write one, or take the key out")]
    [TestCase("names: [a, ~]", "dev.everything.names[2] has no value")]
    [TestCase("rates: {chf: }", "dev.everything.rates.chf has no value")]
    [TestCase("rates: {chf: x}", "dev.everything.rates.chf must be a number, found 'x'")]
    [TestCase("nested: {name: ' '}", "dev.everything.nested.name is empty; expected a value")]
    [TestCase("nested: {name: n, weight: 11}", "dev.everything.nested.weight must be from 1 to 10, found '11'")]
    [TestCase("computed: x", "unknown key 'computed' in dev.everything; known keys: text, flag, whole, long, amount, share, speed, "
        + "maybe_text, maybe_whole, maybe_speed, names, numbers, array, rates, groups, nested")]
    public void What_does_not_fit_says_what_was_expected_and_found(string keys, string problem)
    {
        string[] problems = Problems(keys);
        Assert.That(problems, Has.Length.EqualTo(1));
        Assert.That(problems[0][(problems[0].IndexOf(": ", StringComparison.Ordinal) + 2)..], Is.EqualTo(problem));
        Assert.That(problems[0], Does.StartWith("config.yaml(3,"));
    }

    [Test]
    public void What_a_record_itself_refuses_is_a_problem_at_its_section() =>
        Assert.That(
            Assert.Throws<ConfigurationException>(() => Load("dev:\n  picky: {even: 3}"))!.Message,
            Is.EqualTo("config.yaml(2,10): dev.picky is not valid: 3 is odd; expected an even number"));

    [Test]
    public void A_record_that_yaml_cannot_fill_is_refused_by_name() => Assert.Multiple(() =>
    {
        Assert.That(
            Assert.Throws<UnsupportedOptionsException>(() => Load("dev:", new ConfigurationSection("s", typeof(Selfish))))!.Message,
            Does.EndWith("Selfish cannot be filled from the configuration: Selfish contains itself"));
        Assert.That(
            Assert.Throws<UnsupportedOptionsException>(() => Load("dev:", new ConfigurationSection("t", typeof(Timed))))!.Message,
            Does.Contain("a property of type System.DateTime has no form in YAML"));
        Assert.That(
            Assert.Throws<UnsupportedOptionsException>(() => Load("dev:", new ConfigurationSection("c", typeof(Compared))))!.Message,
            Does.EndWith("[CompareAttribute] on To looks beyond the value; check it in the constructor or in init"));
    });

    [TestCase("engine")]
    [TestCase("defaults")]
    public void A_pipeline_cannot_take_the_name_of_a_section_of_the_program(string name) =>
        Assert.That(
            Assert.Throws<UnsupportedOptionsException>(() => Load("dev:", new ConfigurationSection(name, typeof(Picky))))!.Message,
            Does.EndWith($"the section name '{name}' is already taken; give the pipeline another name"));
}
