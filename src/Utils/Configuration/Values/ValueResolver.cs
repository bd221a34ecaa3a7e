using System.Text;
using System.Text.RegularExpressions;
using SparkEtl.Utils.Configuration.Yaml;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Utils.Configuration.Values;

/// <summary>Fills in the references of values, and remembers which values are secret.</summary>
internal sealed partial class ValueResolver(IMachine machine, string directory, Variables variables, ProblemList problems)
{
    private readonly Dictionary<string, TextFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    /// <summary>Every secret value seen so far.</summary>
    public IReadOnlyCollection<string> Secrets => _secrets;

    /// <summary>The value with its references filled in; null when that failed, which is then among the problems.</summary>
    /// <param name="node">A single value.</param>
    /// <param name="place">The key it stands at, such as <c>dev.source.password</c>.</param>
    /// <param name="isSecret">Whether the value must not be written out.</param>
    public Resolved? Resolve(YamlNode node, string place, bool isSecret)
    {
        string text = node switch
        {
            ScalarNode scalar => scalar.Text,
            OverrideNode given => given.Text,
            _ => throw new ArgumentException($"{node.Noun} is not a single value", nameof(node)),
        };
        if (node.Origin.Layer == Layer.Variables)
        {
            // Taken as it is: a password in the environment may well contain "${".
            if (isSecret || IsSecretName(place)) _secrets.Add(text);
            return new Resolved(text, true, false, $"'{text}'");
        }

        IReadOnlyList<Piece> pieces = ReferenceParser.Parse(text);
        bool refers = pieces.Any(p => p is not Piece.Literal);
        if (isSecret && pieces.Any(p => p is Piece.Literal))
        {
            string name = place.ToUpperInvariant().Replace('.', '_').Replace('-', '_');
            string key = place[(place.LastIndexOf('.') + 1)..];
            problems.Add(
                node.Origin,
                $"{place} is written out here, but a secret may only come from the environment, .env or a file; "
                + $"write {key}: ${{{name}}} and set that variable, or {key}: ${{file:PATH}}");
            return null;
        }

        var filled = new StringBuilder();
        int before = problems.Count;
        foreach (Piece piece in pieces) filled.Append(Fill(piece, node.Origin, place, isSecret));
        if (problems.Count > before) return null;
        string value = filled.ToString();
        if (isSecret) _secrets.Add(value);
        bool plain = node is ScalarNode { IsPlain: true } or OverrideNode;
        return new Resolved(value, plain || refers, refers, refers ? $"the value of {text}" : $"'{text}'");
    }

    private string? Fill(Piece piece, Origin origin, string place, bool isSecret)
    {
        switch (piece)
        {
            case Piece.Literal literal:
                return literal.Text;
            case Piece.Malformed malformed:
                problems.Add(origin, malformed.Problem);
                return null;
            case Piece.Variable variable:
                if (variables.Find(variable.Name) is not { } value)
                {
                    problems.Add(origin, $"${{{variable.Name}}} is not set{Nearest(variable.Name)}; "
                        + $"set the environment variable {variable.Name}, or write {variable.Name}=... into {variables.DotEnvFile}");
                    return null;
                }
                return Seen(value, isSecret || IsSecretName(variable.Name) || IsSecretName(place));
            case Piece.File file:
                TextFile read = ReadOnce(System.IO.Path.Combine(directory, file.Path));
                if (read.Text is null)
                {
                    problems.Add(origin, $"${{file:{file.Path}}} cannot be read: {read.Failure} at {System.IO.Path.Combine(directory, file.Path)}");
                    return null;
                }
                return Seen(TrimNewline(read.Text), isSecret || IsSecretName(file.Path) || IsSecretName(place));
            default:
                throw new ArgumentException($"there is no way to fill {piece}", nameof(piece));
        }
    }

    private string Nearest(string name) => NearestName.Of(name, variables.Names) is { } near ? $" (did you mean {near}?)" : "";

    private string Seen(string value, bool isSecret)
    {
        if (isSecret) _secrets.Add(value);
        return value;
    }

    private TextFile ReadOnce(string path)
    {
        if (!_files.TryGetValue(path, out TextFile? file))
            _files[path] = file = TextFile.Read(machine, path);
        return file;
    }

    private static string TrimNewline(string text) =>
        text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;

    // What Spark itself redacts, by the name of the setting.
    [GeneratedRegex("secret|passw|pwd|token|credential|access[._-]?key", RegexOptions.IgnoreCase)]
    private static partial Regex SecretNames();

    private static bool IsSecretName(string name) => SecretNames().IsMatch(name);
}
