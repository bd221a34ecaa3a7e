using SparkEtl.Spark.Engines.Jvm.Gateway;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Spark.Jvm.Tests.Gateway;

[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
internal sealed class GatewayClientTests(string version)
{
    [OneTimeSetUp]
    public void Needs_that_Spark() => _ = Sparks.Required(version);

    private GatewayClient Client => Sparks.Engine(version).Session.Client;

    [TestCase("")]
    [TestCase("plain")]
    [TestCase("a\\b\r\nc\n")]
    [TestCase("\\n is two characters, \\\\ too")]
    [TestCase("quote ' \" `, tab \t, null \0, paragraph \u2029, emoji \U0001F600")]
    public void A_text_comes_back_as_it_went(string text)
    {
        Assert.That(Client.CallStatic("java.util.Objects", "toString", text), Is.EqualTo(text));
        using var builder = Client.New("java.lang.StringBuilder", text);
        Assert.That(Client.Call(builder, "length"), Is.EqualTo(text.Length));
    }

    [Test]
    public void A_text_of_ten_million_characters_comes_back_whole()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789abcdef\\\n", 600_000));
        Assert.That((string?)Client.CallStatic("java.util.Objects", "toString", text) == text, Is.True);
    }

    [Test]
    public void Numbers_keep_their_types()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Client.CallStatic("java.lang.Integer", "valueOf", int.MinValue), Is.EqualTo(int.MinValue));
            Assert.That(Client.CallStatic("java.lang.Long", "valueOf", long.MaxValue), Is.EqualTo(long.MaxValue));
            Assert.That(Client.CallStatic("java.lang.Double", "valueOf", 0.1), Is.EqualTo(0.1));
            Assert.That((double?)Client.CallStatic("java.lang.Double", "valueOf", double.NaN), Is.NaN);
            Assert.That(Client.CallStatic("java.lang.Double", "valueOf", double.NegativeInfinity), Is.EqualTo(double.NegativeInfinity));
            Assert.That(Client.CallStatic("java.lang.Boolean", "valueOf", true), Is.True);
            Assert.That(Client.CallStatic("java.util.Objects", "requireNonNull", 12.50m), Is.EqualTo(12.50m));
            Assert.That(Client.CallStatic("java.util.Objects", "toString", (object?)null), Is.EqualTo("null"));
        }
    }

    [Test]
    public void Bytes_come_back_as_they_went()
    {
        var bytes = Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7)).ToArray();
        Assert.That(Client.CallStatic("java.util.Arrays", "copyOf", bytes, bytes.Length), Is.EqualTo(bytes));
    }

    [Test]
    public void An_array_has_exactly_the_component_type_asked_for()
    {
        using var array = Client.NewArray("java.lang.CharSequence", "a", "b");
        Assert.That(Client.CallStatic("java.lang.String", "join", "-", array), Is.EqualTo("a-b"));
        Assert.That(Client.ElementAt(array, 1), Is.EqualTo("b"));
    }

    [Test]
    public void An_error_in_Java_comes_with_its_class_and_causes()
    {
        using var number = Client.New("java.lang.NumberFormatException", "inner");
        using var outer = Client.New("java.util.concurrent.ExecutionException", "outer", number);
        using var errors = Client.New("java.util.concurrent.CompletableFuture");
        Client.Call(errors, "completeExceptionally", outer);
        var raised = Assert.Throws<JavaException>(() => Client.Call(errors, "join"));
        Assert.That(
            raised!.Causes.Select(c => (c.ClassName, c.Message)),
            Is.EqualTo(new[]
            {
                ("java.util.concurrent.CompletionException", "java.util.concurrent.ExecutionException: outer"),
                ("java.util.concurrent.ExecutionException", "outer"),
                ("java.lang.NumberFormatException", "inner"),
            }));
        Assert.That(raised.JavaStackTrace, Does.Contain("Caused by: java.lang.NumberFormatException: inner"));
    }

    [Test]
    public void A_method_that_is_not_there_is_the_gateways_own_error()
    {
        Assert.That(() => Client.CallStatic("java.lang.String", "shout", "a"), Throws.TypeOf<GatewayException>().With.Message.Contains("shout"));
        Assert.That(Client.CallStatic("java.util.Objects", "toString", "still there"), Is.EqualTo("still there"));
    }

    [Test]
    public void No_object_is_left_after_a_hundred_thousand_calls()
    {
        const int Calls = 100_000;
        Client.FlushReleased();
        var before = Bindings();
        for (var i = 0; i < Calls; i++)
        {
            using var builder = Client.New("java.lang.StringBuilder");
        }

        Client.FlushReleased();
        Assert.That(Bindings() - before, Is.LessThan(20));
    }

    [Test]
    public void Calls_from_many_threads_do_not_meet()
    {
        var wrong = 0;
        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 200; i++)
            {
                var text = $"{thread}-{i}";
                if (!text.Equals(Client.CallStatic("java.util.Objects", "toString", text)))
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        });
        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void A_wrong_token_is_refused()
    {
        var endpoint = Sparks.Engine(version).Session.Endpoint;
        using var stranger = new GatewayClient(endpoint with { Token = new Secret("guess") });
        Assert.That(() => stranger.CallStatic("java.lang.String", "valueOf", "a"), Throws.TypeOf<GatewayException>());
    }

    [Test]
    public void Nothing_that_listens_is_an_error_that_names_the_port()
    {
        using var client = new GatewayClient(new GatewayEndpoint(1, new Secret("token")));
        Assert.That(() => client.CallEntry("stop"), Throws.TypeOf<GatewayException>().With.Message.Contains("port 1"));
    }

    // What the gateway holds for us: its own table of ids.
    private int Bindings()
    {
        using var gateway = (JavaReference)Client.CallObject("GATEWAY_SERVER", "getGateway")!;
        using var bindings = (JavaReference)Client.Call(gateway, "getBindings")!;
        return (int)Client.Call(bindings, "size")!;
    }
}
