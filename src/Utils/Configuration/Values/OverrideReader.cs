using SparkEtl.Utils.Configuration.Yaml;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Utils.Configuration.Values;

/// <summary>Finds the overrides among the environment variables, and reads those of the command line.</summary>
internal sealed class OverrideReader(Variables variables, ProblemList problems)
{
    private const string Prefix = "SPARKETL__";

    /// <summary>The overrides <c>SPARKETL__ENVIRONMENT__KEY__KEY</c> of one environment.</summary>
    public IEnumerable<Override> OfVariables(string environment)
    {
        string folded = Fold(environment);
        foreach (string name in Names())
        {
            string[] parts = name[Prefix.Length..].Split("__");
            if (Fold(parts[0]) != folded) continue;
            var origin = new Origin(Layer.Variables, variables.Source(name));
            if (parts.Length < 2 || parts.Any(string.IsNullOrEmpty))
                problems.Add(origin, $"the name says no key; expected {Prefix}{parts[0]}__SECTION__KEY");
            else
                yield return new Override(origin, parts[1..], variables.Find(name)!);
        }
    }

    /// <summary>The variables that look like overrides and name none of the environments, each with a remark.</summary>
    public IEnumerable<string> Strays(IReadOnlyCollection<string> environments)
    {
        foreach (string name in Names())
        {
            string environment = name[Prefix.Length..].Split("__")[0];
            if (!environments.Any(known => Fold(known) == Fold(environment)))
            {
                yield return $"{variables.Source(name)} is ignored: there is no environment '{environment.ToLowerInvariant()}'"
                    + $"{NearestName.Clause(environment, environments)}";
            }
        }
    }

    /// <summary>The overrides <c>key.key=value</c> of the command line.</summary>
    public IEnumerable<Override> OfCommandLine(IReadOnlyList<string> given)
    {
        foreach (string text in given)
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            // What is no key is not shown: it may be a password.
            string path = equals < 0 ? new string([.. text.TakeWhile(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '-')]) : text[..equals].Trim();
            string[] keys = path.Split('.');
            var origin = new Origin(Layer.CommandLine, $"--set {path}");
            if (equals < 0)
                problems.Add(origin, "there is no value; expected --set section.key=value");
            else if (keys.Any(string.IsNullOrWhiteSpace))
                problems.Add(origin, "a key is empty; expected --set section.key=value");
            else
                yield return new Override(origin, keys, text[(equals + 1)..]);
        }
    }

    private IEnumerable<string> Names() =>
        variables.Names.Distinct(StringComparer.Ordinal)
            .Where(n => n.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    // A variable's name can hold neither '-' nor '.', nor can it be relied on for case.
    private static string Fold(string name) => name.ToUpperInvariant().Replace('-', '_').Replace('.', '_');
}
