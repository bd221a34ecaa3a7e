namespace SparkEtl.Driver.Environments;

/// <summary>Which environment of which file, with what overridden.</summary>
/// <param name="Name">The environment.</param>
/// <param name="File">The configuration file.</param>
/// <param name="Overrides">Each <c>key.path=value</c>.</param>
internal sealed record EnvironmentRequest(string Name, string File, IReadOnlyList<string> Overrides);
