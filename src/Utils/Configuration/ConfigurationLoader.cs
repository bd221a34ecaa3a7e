namespace SparkEtl.Utils.Configuration;

/// <summary>
/// Loads one environment of a configuration file. The later of these wins: <c>defaults</c>, the environment, variables
/// <c>SPARKETL__ENVIRONMENT__SECTION__KEY</c>, the command line.
/// </summary>
public static class ConfigurationLoader
{
    /// <summary>Loads an environment on this machine.</summary>
    /// <param name="request">The file, the environment, the overrides.</param>
    /// <param name="sections">The sections of the registered pipelines, in the order to run them.</param>
    /// <exception cref="ConfigurationException">The configuration cannot be used; all that is wrong is listed.</exception>
    public static EnvironmentConfiguration Load(ConfigurationRequest request, IReadOnlyCollection<ConfigurationSection> sections) =>
        Load(request, sections, new LocalMachine());

    /// <summary>Loads an environment.</summary>
    /// <param name="request">The file, the environment, the overrides.</param>
    /// <param name="sections">The sections of the registered pipelines, in the order to run them.</param>
    /// <param name="machine">Where files and variables come from.</param>
    /// <exception cref="ConfigurationException">The configuration cannot be used; all that is wrong is listed.</exception>
    public static EnvironmentConfiguration Load(
        ConfigurationRequest request, IReadOnlyCollection<ConfigurationSection> sections, IMachine machine)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(machine);
        return new Load(request, sections, machine).Run();
    }
}
