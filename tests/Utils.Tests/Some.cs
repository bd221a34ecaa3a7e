using System.Text;
using SparkEtl.Utils.Configuration;

namespace SparkEtl.Utils.Tests;

/// <summary>Builders of what the tests need some of.</summary>
internal static class Some
{
    public static readonly ConfigurationSection[] Sections =
    [
        new("claims", typeof(ClaimsLikeOptions)) { NeedsSource = true },
        new("visits", typeof(VisitsLikeOptions)),
    ];

    public static Machine MachineWith(string yaml) => new Machine().WithFile("config.yaml", yaml);

    public static EnvironmentConfiguration Configuration(string yaml, string environment = "dev") => MachineWith(yaml).Load(environment);

    /// <summary>A machine of variables and files that exist only in memory.</summary>
    internal sealed class Machine : IMachine
    {
        private readonly Dictionary<string, string> _variables = [];
        private readonly Dictionary<string, FileRead> _files = [];

        public IReadOnlyDictionary<string, string> Variables => _variables;

        public FileRead Read(string path) => _files.GetValueOrDefault(path, FileRead.Missing);

        public Machine WithFile(string path, string text) => WithFile(path, FileRead.Of(Encoding.UTF8.GetBytes(text)));

        public Machine WithFile(string path, FileRead read)
        {
            _files[path] = read;
            return this;
        }

        public Machine WithVariable(string name, string value)
        {
            _variables[name] = value;
            return this;
        }

        public EnvironmentConfiguration Load(string environment = "dev", params string[] overrides) => Load(
            new ConfigurationRequest { File = "config.yaml", Environment = environment, Overrides = overrides });

        public EnvironmentConfiguration Load(ConfigurationRequest request) => ConfigurationLoader.Load(request, Sections, this);

        /// <summary>The problems that loading gives, one a line.</summary>
        public string[] Problems(string environment = "dev", params string[] overrides)
        {
            var error = Assert.Throws<ConfigurationException>(() => Load(environment, overrides))!;
            Assert.That(error.Message, Is.EqualTo(string.Join('\n', error.Problems)));
            return [.. error.Problems.Select(p => p.ToString())];
        }
    }
}
