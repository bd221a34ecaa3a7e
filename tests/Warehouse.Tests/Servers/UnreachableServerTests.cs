using System.Net;
using System.Net.Sockets;
using SparkEtl.Utils.Secrets;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Tests.Servers;

/// <summary>Servers that are not there or refuse: one error each that says what to do; publishing and asking agree.</summary>
internal sealed class UnreachableServerTests
{
    private ServerDatabase database = null!;

    [SetUp]
    public async Task Create() => database = await ServerDatabase.CreateAsync(await SharedPostgres.ServerAsync());

    [Test]
    public async Task A_server_that_is_down_is_named_with_its_port()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        await FailsAsync(database.Address with { Port = port }, transient: true, $"127.0.0.1:{port}", "refused", "target.host and target.port");
    }

    [Test]
    public Task A_host_that_is_not_there_is_named() =>
        FailsAsync(database.Address with { Host = "nowhere.invalid" }, transient: null, "nowhere.invalid", "target.host");

    [Test]
    public async Task A_wrong_password_is_said_to_be_wrong_and_not_shown()
    {
        const string wrong = "t0ps3cret-and-wrong";

        var message = await FailsAsync(
            database.Address with { Password = new Secret(wrong) }, transient: false, "refuses the password of the user sparketl", "target.password");

        Assert.That(message, Does.Not.Contain(wrong));
    }

    [Test]
    public Task A_database_that_is_not_there_is_named() =>
        FailsAsync(database.Address with { Database = "reports" }, transient: false, "no database reports", "target.database");

    [Test]
    public async Task A_user_who_may_not_create_tables_in_the_schema_is_told_the_grant()
    {
        var user = await UserAsync();
        await database.ExecuteAsync($"CREATE SCHEMA marts; GRANT USAGE ON SCHEMA marts TO {user}");

        await FailsAsync(database.Address with { Username = user }, transient: false, "marts", "GRANT USAGE, CREATE ON SCHEMA");
    }

    [Test]
    public async Task A_user_who_may_not_create_the_schema_is_told()
    {
        var user = await UserAsync();

        await FailsAsync(database.Address with { Username = user }, transient: false, "marts");
    }

    [Test]
    public async Task A_user_with_rights_in_the_schema_alone_can_publish()
    {
        var user = await UserAsync();
        await database.ExecuteAsync($"CREATE SCHEMA marts; GRANT USAGE, CREATE ON SCHEMA marts TO {user}");
        var target = ServerDatabase.Target(database.Address with { Username = user });

        Assert.That(await target.WhyNotReachableAsync(CancellationToken.None), Is.Null);
        await target.PublishAsync(Some.Run(), [Some.Numbers("t", 1)], CancellationToken.None);
        await target.PublishAsync(Some.Run(), [Some.Numbers("t", 2)], CancellationToken.None);

        Assert.That(await database.NumbersAsync("t"), Is.EqualTo(new[] { "2" }));
    }

    [Test]
    public async Task A_published_table_of_another_user_is_named()
    {
        await database.Target().PublishAsync(Some.Run(), [Some.Numbers("t", 1)], CancellationToken.None);
        var user = await UserAsync();
        await database.ExecuteAsync($"GRANT USAGE, CREATE ON SCHEMA marts TO {user}; GRANT INSERT ON marts._sparketl_runs TO {user}");

        var error = Assert.ThrowsAsync<WarehouseException>(() => PublishAsync(database.Address with { Username = user }))!;

        Assert.That(error.Message, Does.Contain("permission denied for table t").And.Contain("SELECT, INSERT, DELETE"));
        Assert.That(await database.NumbersAsync("t"), Is.EqualTo(new[] { "1" }));
        Assert.That(await database.AllTablesAsync(), Is.EqualTo(new[] { "_sparketl_runs", "t" }));
    }

    [Test]
    public Task A_server_without_encryption_is_refused_where_encryption_is_asked_for() =>
        FailsAsync(database.Address with { Tls = true }, transient: false, "SSL", "target.tls");

    [Test]
    public async Task A_server_without_encryption_is_taken_where_nothing_is_asked_for() =>
        Assert.That(await ServerDatabase.Target(database.Address with { Tls = null }).WhyNotReachableAsync(CancellationToken.None), Is.Null);

    [Test]
    public async Task A_copy_that_is_only_read_is_named()
    {
        await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET default_transaction_read_only = on");

        var error = Assert.ThrowsAsync<WarehouseException>(() => PublishAsync(database.Address))!;

        Assert.That(error.Message, Does.Contain("read-only transaction").And.Contain("the primary"));
    }

    [Test]
    public void No_text_of_a_connection_holds_the_password_but_the_one_for_the_driver()
    {
        var address = database.Address with { Password = new Secret("t0ps3cret") };

        Assert.That(address.ToString(), Does.Not.Contain("t0ps3cret"));
        Assert.That(ServerDatabase.Target(address).Description, Is.EqualTo($"Postgres 127.0.0.1:{address.Port}/{address.Database}, schema marts"));
    }

    private async Task<string> UserAsync()
    {
        var user = $"user_{Guid.NewGuid():N}";
        await database.ExecuteAsync($"CREATE ROLE {user} LOGIN PASSWORD '{database.Server.Password}'");
        return user;
    }

    private static Task PublishAsync(ServerAddress address) =>
        ServerDatabase.Target(address).PublishAsync(Some.Run(), [Some.Numbers("t", 2)], CancellationToken.None);

    /// <summary>The message of publishing; asking whether it can be reached gives the same parts.</summary>
    private static async Task<string> FailsAsync(ServerAddress address, bool? transient, params string[] parts)
    {
        var error = Assert.ThrowsAsync<WarehouseException>(() => PublishAsync(address))!;
        var reason = await ServerDatabase.Target(address).WhyNotReachableAsync(CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            foreach (var part in parts)
            {
                Assert.That(error.Message, Does.Contain(part));
                Assert.That(reason, Does.Contain(part));
            }

            Assert.That(error.Message, Does.Contain("cannot be written: ").And.EndWith("The published tables are as they were."));
            Assert.That(transient ?? error.IsTransient, Is.EqualTo(error.IsTransient));
        }

        return error.Message;
    }
}
