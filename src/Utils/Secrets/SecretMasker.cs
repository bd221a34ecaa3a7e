using System.Buffers;
using System.Text;

namespace SparkEtl.Utils.Secrets;

/// <summary>
/// Replaces secrets in text by <c>***</c>: the value as it is, and as it looks inside a URL, JSON, an SQL literal or base64. Values of
/// fewer than four characters are left alone: masking them would make text unreadable and hide nothing.
/// </summary>
public sealed class SecretMasker
{
    private readonly string[] _forms;
    private readonly SearchValues<string> _any;

    /// <summary>Creates a masker of some values.</summary>
    /// <param name="secrets">The secret values.</param>
    public SecretMasker(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _forms = [.. secrets.Where(s => s.Length >= SecretForms.ShortestMasked).SelectMany(SecretForms.Of).Distinct(StringComparer.Ordinal)];
        _any = SearchValues.Create(_forms, StringComparison.Ordinal);
    }

    /// <summary>A masker that knows no secret and changes nothing.</summary>
    public static SecretMasker None { get; } = new([]);

    /// <summary>The text with every form of every secret replaced; the same object when it holds none.</summary>
    /// <param name="text">Any text, such as a log line or an SQL statement.</param>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // What the mask and its neighbours make up may be a secret again, so: until there is none. Each round shortens the text.
        while (text.AsSpan().ContainsAny(_any)) text = MaskOnce(text);
        return text;
    }

    // Secrets may overlap: what any of them covers is hidden as a whole, so that no end of one stays.
    private string MaskOnce(string text)
    {
        var covered = new bool[text.Length];
        foreach (string form in _forms)
        {
            for (int at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
                covered.AsSpan(at, form.Length).Fill(true);
        }
        var masked = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!covered[i]) masked.Append(text[i]);
            else if (i == 0 || !covered[i - 1]) masked.Append(Secret.Mask);
        }
        return masked.ToString();
    }
}
