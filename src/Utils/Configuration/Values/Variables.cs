namespace SparkEtl.Utils.Configuration.Values;

/// <summary>The environment's variables over those of a file of secrets, and these over those of a <c>.env</c> file.</summary>
internal sealed class Variables
{
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly IReadOnlyDictionary<string, string> _dotEnv;
    private IReadOnlyDictionary<string, string> _secrets = new Dictionary<string, string>();
    private string _secretsFile = "";

    public Variables(IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string> dotEnv, string dotEnvFile) =>
        (_environment, _dotEnv, DotEnvFile) = (environment, dotEnv, dotEnvFile);

    /// <summary>The path of the <c>.env</c> file, whether it exists or not.</summary>
    public string DotEnvFile { get; }

    public IEnumerable<string> Names => _environment.Keys.Concat(_secrets.Keys).Concat(_dotEnv.Keys);

    /// <summary>Takes the variables of a file of secrets, which the configuration names.</summary>
    public void Include(string file, IReadOnlyDictionary<string, string> secrets) => (_secretsFile, _secrets) = (file, secrets);

    public string? Find(string name) =>
        _environment.TryGetValue(name, out string? value) || _secrets.TryGetValue(name, out value) || _dotEnv.TryGetValue(name, out value) ? value : null;

    /// <summary>Where a variable's value comes from, for an error message.</summary>
    public string Source(string name) =>
        _environment.ContainsKey(name) ? $"environment variable {name}" : $"{name} in {(_secrets.ContainsKey(name) ? _secretsFile : DotEnvFile)}";
}
