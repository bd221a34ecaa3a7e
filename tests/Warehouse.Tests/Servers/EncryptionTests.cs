namespace SparkEtl.Warehouse.Tests.Servers;

/// <summary>What target.tls asks for, against a server with a certificate of its own.</summary>
internal sealed class EncryptionTests
{
    // The driver's own variable for authorities beside those of the machine.
    private const string Authority = "PGSSLROOTCERT";

    private ServerDatabase database = null!;
    private string file = null!;
    private string certificate = null!;
    private string key = null!;
    private TestAuthority authority = null!;

    [SetUp]
    public async Task Offer()
    {
        database = await ServerDatabase.CreateAsync(await SharedPostgres.ServerAsync());
        authority = new TestAuthority();
        (certificate, key) = authority.Sign("127.0.0.1");
        file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, authority.Certificate);
        await database.Server.OfferEncryptionAsync(certificate, key, offered: true);
        await EventuallyAsync("on");
    }

    [TearDown]
    public async Task Withdraw()
    {
        Environment.SetEnvironmentVariable(Authority, null);
        File.Delete(file);
        authority.Dispose();
        await database.Server.OfferEncryptionAsync(certificate, key, offered: false);
        await EventuallyAsync("off");
    }

    [TestCase(true, "t")]
    [TestCase(null, "t")]
    [TestCase(false, "f")]
    public async Task The_connection_is_encrypted_as_asked(bool? tls, string encrypted)
    {
        Environment.SetEnvironmentVariable(Authority, tls == true ? file : null);
        string[] seen = [];
        var rows = Enumerable.Range(0, 1).Select(i =>
        {
            seen = Task.Run(() => database.QueryAsync("SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'sparketl'")).GetAwaiter().GetResult();
            return (long)i;
        });

        await ServerDatabase.Target(database.Address with { Tls = tls }).PublishAsync(Some.Run(), [Some.Numbers("t", rows)], CancellationToken.None);

        Assert.That(seen, Is.EqualTo(new[] { encrypted }));
    }

    [Test]
    public void A_certificate_that_this_machine_does_not_trust_is_refused()
    {
        var error = Assert.ThrowsAsync<WarehouseException>(
            () => ServerDatabase.Target(database.Address with { Tls = true }).PublishAsync(Some.Run(), [Some.Numbers("t", 1)], CancellationToken.None))!;

        Assert.That(error.Message, Does.Contain("the server's certificate is not accepted").And.Contain("an authority this machine trusts"));
        Assert.That(error.IsTransient, Is.False);
    }

    [Test]
    public async Task An_authority_of_ones_own_is_named_by_target_ca()
    {
        await ServerDatabase.Target(database.Address with { Tls = true, Ca = file }).PublishAsync(Some.Run(), [Some.Numbers("t", 1)], CancellationToken.None);

        Assert.That(await database.NumbersAsync("t"), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task A_certificate_of_another_authority_than_that_of_target_ca_is_refused()
    {
        using var other = new TestAuthority();
        await File.WriteAllTextAsync(file, other.Certificate);

        var error = Assert.ThrowsAsync<WarehouseException>(
            () => ServerDatabase.Target(database.Address with { Tls = true, Ca = file }).PublishAsync(Some.Run(), [Some.Numbers("t", 1)], CancellationToken.None))!;

        Assert.That(error.Message, Does.Contain("the server's certificate is not accepted").And.Contain($"the authority in target.ca ({file})"));
    }

    [Test]
    public void A_certificate_of_another_name_is_refused()
    {
        Environment.SetEnvironmentVariable(Authority, file);

        var error = Assert.ThrowsAsync<WarehouseException>(
            () => ServerDatabase.Target(database.Address with { Tls = true, Host = "localhost" }).PublishAsync(Some.Run(), [Some.Numbers("t", 1)], CancellationToken.None))!;

        Assert.That(error.Message, Does.Contain("the certificate must name localhost"));
    }

    // The server reads its settings again when it gets round to it.
    private async Task EventuallyAsync(string setting)
    {
        for (var i = 0; i < 200; i++)
        {
            if ((await database.QueryAsync("SHOW ssl"))[0] == setting)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"The server's ssl is not {setting} after 10 s.");
    }
}
