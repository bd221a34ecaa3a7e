using FsCheck;
using FsCheck.Fluent;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Utils.Tests.Errors;

internal sealed class NearestNameTests
{
    private static readonly string[] Keys = ["kind", "host", "port", "database", "username", "password", "tls"];

    [TestCase("hots", "host")]
    [TestCase("HOST", "host")]
    [TestCase("prot", "port")]
    [TestCase("databse", "database")]
    [TestCase("user_name", "username")]
    [TestCase("tsl", "tls")]
    public void A_slip_finds_the_name_that_was_meant(string written, string meant) =>
        Assert.That(NearestName.Of(written, Keys), Is.EqualTo(meant));

    [TestCase("colour")]
    [TestCase("x")]
    [TestCase("")]
    public void A_name_far_from_all_finds_none(string written) => Assert.That(NearestName.Of(written, Keys), Is.Null);

    [Test]
    public void Without_known_names_there_is_none() => Assert.That(NearestName.Of("host", []), Is.Null);

    [Test]
    public void Of_equally_near_names_the_first_in_order_is_given() =>
        Assert.That(NearestName.Of("dev4", ["dev3", "dev1", "dev2"]), Is.EqualTo("dev1"));

    [Test]
    public void Names_are_ordered_the_nearest_first() =>
        Assert.That(NearestName.Order("prd", ["local", "prod", "dev", "prod"]), Is.EqualTo(new[] { "prod", "dev", "local" }));

    [Test]
    public void The_clause_is_empty_when_nothing_is_near() => Assert.Multiple(() =>
    {
        Assert.That(NearestName.Clause("hots", Keys), Is.EqualTo("; did you mean 'host'?"));
        Assert.That(NearestName.Clause("colour", Keys), Is.Empty);
    });

    [Test]
    public void A_known_name_is_its_own_nearest([ValueSource(nameof(Keys))] string name) =>
        Assert.That(NearestName.Of(name, Keys), Is.EqualTo(name));

    [Test]
    public void Dropping_any_letter_of_a_long_name_finds_it() => Prop.ForAll<int, int>((index, letter) =>
    {
        string name = Keys[(index & int.MaxValue) % Keys.Length];
        string slip = name.Remove((letter & int.MaxValue) % name.Length, 1);
        return (NearestName.Of(slip, Keys) == name).When(name.Length > 4);
    }).QuickCheckThrowOnFailure();
}
