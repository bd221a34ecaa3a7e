using System.Text.RegularExpressions;

namespace SparkEtl.Utils.Secrets;

/// <summary>Tells by its name whether a free entry (a setting of Spark) holds a secret, as opposed to merely speaking of one.</summary>
public static partial class SecretName
{
    /// <summary>The same rule in the regular expressions of JSON schema, which cannot ignore case.</summary>
    public const string SchemaPattern = "([Pp]assword|[Ss]ecret|[Ss]ecret[._-]?[Kk]ey|[Tt]oken)$";

    /// <summary>Whether an entry of that name does.</summary>
    /// <param name="name">The name of the entry, such as <c>spark.hadoop.fs.s3a.secret.key</c>.</param>
    public static bool Holds(string name) => Endings().IsMatch(name);

    [GeneratedRegex("(password|secret|secret[._-]?key|token)$", RegexOptions.IgnoreCase)]
    private static partial Regex Endings();
}
