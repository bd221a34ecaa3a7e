using System.Text.Json;

namespace SparkEtl.EndToEnd.Tests.Program;

/// <summary>The commands of the program.</summary>
internal sealed class CommandTests
{
    private SalesFolder folder = null!;

    [OneTimeSetUp]
    public async Task Publish()
    {
        folder = new SalesFolder();
        Published = await folder.RunAsync("local");
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    private ProgramEnd Published { get; set; } = null!;

    [Test]
    public void A_run_says_first_which_engine_it_uses_and_why_and_last_what_it_published()
    {
        var first = Published.Errors.Split('\n')[0];
        Published.IsDone();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Does.Contain("DuckDB").And.Contain("config.yaml(2,"));
            Assert.That(Published.Output, Does.Contain("by_shop").And.Contain("2 rows published"));
            Assert.That((Published.Output + Published.Errors).Contains('\u001b', StringComparison.Ordinal), Is.False, "no terminal, no colours");
        }
    }

    [Test]
    public async Task With_log_format_json_every_line_is_an_object()
    {
        var end = await folder.RunAsync("local", "--log-format", "json");
        end.IsDone();

        foreach (var line in (end.Output + end.Errors).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            Assert.That(json.RootElement.ValueKind, Is.EqualTo(JsonValueKind.Object));
        }
    }

    [TestCase("csv", "shop,total\nnorth,10.00\nsouth,3.00\n")]
    [TestCase("json", "[{\"shop\":\"north\",\"total\":\"10.00\"},{\"shop\":\"south\",\"total\":\"3.00\"}]\n")]
    [TestCase("table", "shop   total\n-----  -----\nnorth  10.00\nsouth   3.00\n(2 rows)\n")]
    [TestCase("jsonl", "{\"schema\":[{\"name\":\"shop\",\"type\":\"string\"},{\"name\":\"total\",\"type\":\"decimal(20,2)\"}],\"rows\":[[\"north\",\"10.00\"],[\"south\",\"3.00\"]]}\n")]
    public async Task A_result_is_shown_as(string format, string expected) =>
        Assert.That((await folder.RunAsync("show", "by_shop", "--env", "local", "--format", format)).IsDone(), Is.EqualTo(expected));

    [Test]
    public async Task A_result_that_is_not_there_names_the_nearest() =>
        (await folder.RunAsync("show", "by_shops", "--env", "local")).IsFailure("'by_shops'", "by_shop");

    [Test]
    public async Task Sql_sees_sources_and_results() => Assert.That(
        (await folder.RunAsync("sql", "select s.SHOP, count(*) n, max(b.total) t from SALE s join by_shop b on b.shop = s.SHOP group by 1 order by 1", "--env", "local", "--format", "csv")).IsDone(),
        Is.EqualTo("SHOP,n,t\nnorth,2,10.00\nsouth,1,3.00\n"));

    [Test]
    public async Task Values_of_every_kind_have_their_shape_in_a_line() => Assert.That(
        (await folder.RunAsync(
            "sql",
            "select 1 i, 1.50 d, double('NaN') n, 0.5D f, timestamp'2020-01-02 03:04:05' t, date'2020-01-02' y, true b, null u, array(1, 2) a, named_struct('x', 1) s, map('k', 1) m, X'ff' h",
            "--env",
            "local",
            "--format",
            "jsonl")).IsDone(),
        Is.EqualTo(
            """
            {"schema":[{"name":"i","type":"int"},{"name":"d","type":"decimal(3,2)"},{"name":"n","type":"double"},{"name":"f","type":"double"},{"name":"t","type":"timestamp"},{"name":"y","type":"date"},{"name":"b","type":"boolean"},{"name":"u","type":"void"},{"name":"a","type":"array<int>"},{"name":"s","type":"struct<x:int>"},{"name":"m","type":"map<string,int>"},{"name":"h","type":"binary"}],"rows":[[1,"1.50","NaN",0.5,"2020-01-02 03:04:05.000000","2020-01-02",true,null,[1,2],[1],[["k",1]],"ff"]]}

            """));

    [Test]
    public async Task Statements_stop_at_the_first_error()
    {
        folder.Write("statements.sql", "select 1 a; select 1/0 b; select 2 c");

        var end = await folder.RunAsync("sql", "-f", "statements.sql", "--env", "local", "--format", "jsonl");

        var lines = end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.EqualTo(1));
            Assert.That(lines, Has.Length.EqualTo(2));
            Assert.That(lines[1], Does.StartWith("{\"error\":{\"class\":\"DIVIDE_BY_ZERO\",\"message\":\"").And.Not.Contain("refused"));
        }
    }

    [Test]
    public async Task Statements_carry_on_after_an_error_when_asked_and_say_what_is_refused()
    {
        folder.Write("statements.sql", "select 1/0 b; select ';' a; -- a comment; of two parts\n create table t (a int); selec 1; select 2 c;\n");

        var end = await folder.RunAsync("sql", "-f", "statements.sql", "--env", "local", "--format", "jsonl", "--keep-going");

        var lines = end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.EqualTo(1));
            Assert.That(lines, Has.Length.EqualTo(5));
            Assert.That(lines[1], Does.EndWith("\"rows\":[[\";\"]]}"));
            Assert.That(lines[2], Does.StartWith("{\"error\":{").And.EndWith("\"refused\":true}"));
            Assert.That(lines[3], Does.Contain("PARSE_SYNTAX_ERROR"));
            Assert.That(lines[4], Does.EndWith("\"rows\":[[2]]}"));
        }
    }

    [Test]
    public async Task Check_says_yes_or_no_per_item()
    {
        var fine = await folder.RunAsync("check", "local");
        var broken = await folder.RunAsync("check", "local", "--set", "source.path=elsewhere");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fine.IsDone().Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.All.StartsWith("yes  "));
            Assert.That(broken.ExitCode, Is.EqualTo(1));
            Assert.That(broken.Output, Does.Contain("no   sales: table SALE").And.Contain("elsewhere"));
        }
    }

    [Test]
    public async Task A_dry_run_prints_SQL_and_publishes_nothing()
    {
        using var other = new SalesFolder();

        var end = await other.RunAsync("local", "--dry-run");

        Assert.That(end.IsDone(), Does.Contain("-- sales: by_shop").And.Contain("SELECT"));
        Assert.That(File.Exists(other.Target), Is.False);
    }

    [Test]
    public async Task Help_and_version_are_answered()
    {
        Assert.That((await folder.RunAsync("--help")).IsDone(), Does.Contain("Examples:").And.Contain("sparketl local"));
        Assert.That((await folder.RunAsync("--version")).IsDone(), Does.Match(@"^\d+\.\d+\.\d+"));
    }

    [Test]
    public async Task A_stack_trace_is_printed_only_when_asked_for()
    {
        var end = await folder.RunAsync("show", "nothing", "--env", "local", "--stack-trace");

        Assert.That(end.ExitCode, Is.EqualTo(1));
        Assert.That(end.Errors, Does.Contain("   at "));
    }
}
