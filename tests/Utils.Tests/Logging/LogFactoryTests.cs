using System.Text.Json;
using Microsoft.Extensions.Logging;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Errors;
using SparkEtl.Utils.Logging;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Tests.Logging;

internal sealed class LogFactoryTests
{
    private sealed class Clock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), "test", "test");

        public override DateTimeOffset GetUtcNow() => new(2024, 5, 6, 10, 3, 4, 567, TimeSpan.Zero);
    }

    private sealed class BrokenException(string message) : SparkEtlException(message);

    private static string Lines(LogOptions options, Action<ILogger> log, params string[] secrets)
    {
        using var writer = new StringWriter();
        using ILoggerFactory factory = LogFactory.Create(options, writer, new SecretMasker(secrets), new Clock());
        log(factory.CreateLogger("claims"));
        return writer.ToString();
    }

    private static string Text(Action<ILogger> log, params string[] secrets) => Lines(new LogOptions(), log, secrets);

    private static JsonElement Json(Action<ILogger> log, params string[] secrets)
    {
        string line = Lines(new LogOptions { Format = LogFormat.Json }, log, secrets);
        Assert.That(line.TrimEnd('\n'), Does.Not.Contain('\n'));
        return JsonDocument.Parse(line).RootElement;
    }

    [Test]
    public void A_text_line_has_the_local_time_the_level_the_message_and_its_values() =>
        Assert.That(
            Text(log => log.Info("read the source", ("table", "CLAIM"), ("rows", 300L), ("took", TimeSpan.FromMilliseconds(1234)))),
            Is.EqualTo("12:03:04 info  read the source table=CLAIM rows=300 took=1.234s\n"));

    [Test]
    public void A_json_line_is_one_object_with_the_time_in_utc()
    {
        JsonElement line = Json(log => log.Warn("a \"quoted\"\nmessage", ("rows", 300), ("share", 0.5), ("ok", true), ("none", null), ("name", "Zoë")));

        Assert.That(line.GetRawText(), Is.EqualTo(
            """{"time":"2024-05-06T10:03:04.567Z","level":"warn","message":"a \"quoted\"\nmessage","logger":"claims","fields":{"rows":300,"share":0.5,"ok":true,"none":null,"name":"Zoë"}}"""));
    }

    [Test]
    public void A_templates_values_stand_in_the_text_and_are_fields_in_json() => Assert.Multiple(() =>
    {
        Assert.That(Text(log => log.LogInformation("read {Rows} rows", 7)), Is.EqualTo("12:03:04 info  read 7 rows\n"));
        Assert.That(Json(log => log.LogInformation("read {Rows} rows", 7)).GetProperty("fields").GetRawText(), Is.EqualTo("""{"Rows":7}"""));
    });

    [Test]
    public void The_values_of_scopes_are_on_every_line_within() =>
        Assert.That(
            Text(log =>
            {
                using (log.BeginScope(new Dictionary<string, object?> { ["pipeline"] = "claims" })) log.Info("started", ("engine", "duckdb"));
                log.Info("done");
            }),
            Is.EqualTo("12:03:04 info  started pipeline=claims engine=duckdb\n12:03:04 info  done\n"));

    [TestCase(LogThreshold.Debug, "debug,info,warn,error")]
    [TestCase(LogThreshold.Info, "info,warn,error")]
    [TestCase(LogThreshold.Warning, "warn,error")]
    [TestCase(LogThreshold.Error, "error")]
    public void What_is_below_the_level_is_not_written(LogThreshold level, string shown)
    {
        string lines = Lines(new LogOptions { Level = level }, log =>
        {
            log.Debug("m");
            log.Info("m");
            log.Warn("m");
            log.Fail("m");
        });
        Assert.That(lines.TrimEnd().Split('\n').Select(l => l.Split(' ')[1]), Is.EqualTo(shown.Split(',')));
    }

    [Test]
    public void An_error_is_one_line_without_its_stack_trace() =>
        Assert.That(Text(log => log.Fail("claims failed", Thrown("no table CLAIM"), ("step", "read"))), Is.EqualTo("12:03:04 error claims failed: no table CLAIM step=read\n"));

    [Test]
    public void At_level_debug_the_stack_trace_follows() => Assert.Multiple(() =>
    {
        Assert.That(Lines(new LogOptions { Level = LogThreshold.Debug }, log => log.Fail("claims failed", Thrown("no table"))), Does.Contain(nameof(Thrown)));
        Assert.That(Lines(new LogOptions { Level = LogThreshold.Debug, Format = LogFormat.Json }, log => log.Fail("claims failed", Thrown("no table"))), Does.Contain("\"stack\":"));
        Assert.That(Json(log => log.Fail("failed", Thrown("no table"))).GetProperty("error").GetRawText(), Is.EqualTo("""{"type":"BrokenException","message":"no table"}"""));
    });

    [Test]
    public void Secrets_are_masked_in_messages_values_and_errors()
    {
        Action<ILogger> log = l =>
        {
            using (l.BeginScope(new Dictionary<string, object?> { ["url"] = "x?p=hunter2" }))
                l.Fail("with hunter2", Thrown("not hunter2"), ("password", "hunter2"), ("number", 1234567));
            l.LogInformation("template {Value}", "hunter2");
        };
        foreach (LogFormat format in Enum.GetValues<LogFormat>())
        {
            string lines = Lines(new LogOptions { Level = LogThreshold.Debug, Format = format }, log, "hunter2", "1234567");
            Assert.That(lines, Does.Not.Contain("hunter2").And.Not.Contain("1234567").And.Contain("***"));
        }
    }

    [Test]
    public void A_secret_of_awkward_characters_leaves_json_valid() =>
        Assert.That(Json(log => log.Info("p=a\"b\\c\nd!"), "a\"b\\c\nd").GetProperty("message").GetString(), Is.EqualTo("p=***!"));

    [Test]
    public void Data_can_neither_forge_a_line_nor_move_the_cursor()
    {
        string lines = Text(log => log.Info("status PAID\n12:00:00 error forged\u001b[2J", ("name", "a b\n\u001b\"")));
        Assert.That(lines, Is.EqualTo("12:03:04 info  status PAID\n               12:00:00 error forged\\u001b[2J name=\"a b\\n\\u001b\\\"\"\n"));
    }

    [Test]
    public void Lines_of_many_threads_stay_whole()
    {
        string lines = Text(log => Parallel.For(0, 500, i => log.Info("message", ("i", i))));
        Assert.That(
            lines.TrimEnd().Split('\n').Order(StringComparer.Ordinal),
            Is.EqualTo(Enumerable.Range(0, 500).Select(i => $"12:03:04 info  message i={i}").Order(StringComparer.Ordinal)));
    }

    [Test]
    public void Values_read_the_same_in_every_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.That(Text(log => log.Info("m", ("x", 1.5m), ("list", new[] { "a", "b" }))), Is.EqualTo("12:03:04 info  m x=1.5 list=a,b\n"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static BrokenException Thrown(string message)
    {
        try
        {
            throw new BrokenException(message);
        }
        catch (BrokenException e)
        {
            return e;
        }
    }
}
