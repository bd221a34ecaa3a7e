using System.Net;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Tests.Secrets;

internal sealed class SecretMaskerTests
{
    private const string Awkward = "pä ss'w\"o\\rd/+&=?";

    private static SecretMasker Masker(params string[] secrets) => new(secrets);

    [Test]
    public void A_secret_in_text_is_replaced() =>
        Assert.That(Masker("hunter2").Mask("url=jdbc:x?password=hunter2&user=etl"), Is.EqualTo("url=jdbc:x?password=***&user=etl"));

    [Test]
    public void Text_without_secrets_is_returned_as_it_is()
    {
        string text = "nothing to hide";
        Assert.That(Masker("hunter2").Mask(text), Is.SameAs(text));
        Assert.That(SecretMasker.None.Mask(text), Is.SameAs(text));
    }

    [Test]
    public void A_value_of_fewer_than_four_characters_is_left_alone() =>
        Assert.That(Masker("abc", "").Mask("abc abcd"), Is.EqualTo("abc abcd"));

    [Test]
    public void A_secret_inside_a_url_is_replaced()
    {
        SecretMasker masker = Masker(Awkward);
        string percent = Uri.EscapeDataString(Awkward);
        Assert.Multiple(() =>
        {
            Assert.That(masker.Mask($"?p={percent}&x"), Is.EqualTo("?p=***&x"));
            Assert.That(masker.Mask($"?p={WebUtility.UrlEncode(Awkward)}&x"), Is.EqualTo("?p=***&x"));
            Assert.That(masker.Mask($"?p={LowerHex(percent)}&x"), Is.EqualTo("?p=***&x"));
        });
    }

    [Test]
    public void A_secret_inside_json_is_replaced() =>
        Assert.That(Masker(Awkward).Mask(JsonSerializer.Serialize(Awkward)), Is.EqualTo("\"***\""));

    [Test]
    public void A_secret_inside_an_sql_literal_is_replaced() => Assert.Multiple(() =>
    {
        Assert.That(Masker("pa'ss").Mask("IDENTIFIED BY 'pa''ss'"), Is.EqualTo("IDENTIFIED BY '***'"));
        Assert.That(Masker("p\\a's").Mask(@"IDENTIFIED BY 'p\\a\'s'"), Is.EqualTo("IDENTIFIED BY '***'"));
    });

    [Test]
    public void A_secret_in_base64_is_replaced_whatever_stands_before_it([Values("", "u", "us", "etl:")] string before)
    {
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + "hunter2hunter2" + "@host"));
        string masked = Masker("hunter2hunter2").Mask($"Basic {encoded}.");

        Assert.That(masked, Does.Contain("***"));
        // What is left of the encoding is no more than its neighbours' letters and one at each seam.
        string left = masked.Replace("Basic ", "", StringComparison.Ordinal);
        Assert.That(left, Has.Length.LessThanOrEqualTo(((before.Length + 5) / 3 * 4) + 3 + 4 + 3));
    }

    [Test]
    public void The_lines_of_a_long_key_are_replaced_one_by_one() =>
        Assert.That(
            Masker("-----BEGIN KEY-----\nMIIBVgIBADANBg\n-----END KEY-----\n").Mask("  MIIBVgIBADANBg\n"), Is.EqualTo("  ***\n"));

    [Test]
    public void Of_overlapping_secrets_no_end_stays() =>
        Assert.That(Masker("abcdef", "defghi").Mask("<abcdefghi>"), Is.EqualTo("<***>"));

    [Test]
    public void A_mask_that_would_make_up_a_secret_is_masked_again() =>
        Assert.That(Masker("x***", "hunter2").Mask("xhunter2"), Is.EqualTo("***"));

    [Test]
    public void Masked_text_never_holds_a_secret() => Prop.ForAll<NonNull<string>[], NonNull<string>[]>((secrets, between) =>
    {
        string[] values = [.. secrets.Select(s => s.Get), "****", "s3cr3t"];
        var text = new StringBuilder();
        foreach ((string value, int i) in values.Select((v, i) => (v, i)))
            text.Append(i < between.Length ? between[i].Get : "*").Append(value);

        string masked = Masker(values).Mask(text.ToString());
        return values.Where(v => v.Length >= 4).All(v => !masked.Contains(v, StringComparison.Ordinal));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Test]
    public void No_encoding_of_a_secret_survives() => Prop.ForAll<NonEmptyString, NonNull<string>, NonNull<string>>((given, before, after) =>
    {
        string secret = "key:" + given.Get.Replace("\0", "", StringComparison.Ordinal);
        if (secret.Any(char.IsSurrogate)) return true;
        SecretMasker masker = Masker(secret);
        string[] forms =
        [
            secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), JsonSerializer.Serialize(secret)[1..^1],
            secret.Replace("'", "''", StringComparison.Ordinal), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        ];
        return forms.All(form => !masker.Mask(before.Get + form + after.Get).Contains(form, StringComparison.Ordinal));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static string LowerHex(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "%..", m => m.Value.ToLowerInvariant());
}
