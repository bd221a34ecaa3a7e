using System.Text.Json;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Tests.Secrets;

internal sealed class SecretTests
{
    private sealed record Login(string User, Secret Password);

    [Test]
    public void A_secret_prints_as_stars_wherever_it_ends_up() => Assert.Multiple(() =>
    {
        var secret = new Secret("hunter2");
        Assert.That($"{secret}", Is.EqualTo("***"));
        Assert.That(new Login("etl", secret).ToString(), Does.Not.Contain("hunter2"));
        Assert.That(JsonSerializer.Serialize(new Login("etl", secret)), Does.Not.Contain("hunter2"));
    });

    [Test]
    public void Only_reveal_gives_the_value() => Assert.That(new Secret("hunter2").Reveal(), Is.EqualTo("hunter2"));

    [Test]
    public void Secrets_of_equal_values_are_equal()
    {
        var one = new Secret("a");
        var other = new Secret("a");
        Assert.Multiple(() =>
        {
            Assert.That(one, Is.EqualTo(other));
            Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
            Assert.That(one, Is.Not.EqualTo(new Secret("b")));
            Assert.That(one.Equals(null), Is.False);
        });
    }
}
