using System.Text.RegularExpressions;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Spark.Engines.Jvm.Databases;

/// <summary>The secrets among the options that went to the JVM: what it says, errors and log lines, is masked by them.</summary>
internal sealed partial class DriverSecrets
{
    private readonly Lock gate = new();
    private readonly HashSet<string> values = new(StringComparer.Ordinal);
    private volatile SecretMasker masker = SecretMasker.None;

    /// <summary>Notes the secrets of some options: values of keys that name one, and passwords that stand in an address.</summary>
    public void Add(IEnumerable<KeyValuePair<string, string>> options)
    {
        var found = options.SelectMany(Of).Where(s => s.Length > 0 && !bool.TryParse(s, out _)).ToArray();
        lock (gate)
        {
            var before = values.Count;
            values.UnionWith(found);
            if (values.Count > before)
            {
                masker = new SecretMasker(values);
            }
        }
    }

    /// <summary>The text without them.</summary>
    public string Mask(string text) => masker.Mask(text);

    private static IEnumerable<string> Of(KeyValuePair<string, string> option)
    {
        if (SecretKey().IsMatch(option.Key))
        {
            return [option.Value];
        }

        return option.Key.Equals("url", StringComparison.OrdinalIgnoreCase)
            ? InAddress().Matches(option.Value).Select(m => m.Groups[1].Value).SelectMany(v => new[] { v, Uri.UnescapeDataString(v) })
            : [];
    }

    [GeneratedRegex("(?:password|passwd|pwd|secret|token|credential|access[.]?key)$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretKey();

    // user:password@host, and password=... among the parameters.
    [GeneratedRegex(@"(?:(?:password|passwd|pwd|secret|token)\d?=|//[^/:@?]*:)([^&;@/]+)(?=[@&;]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex InAddress();
}
