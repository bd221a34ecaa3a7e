using SparkEtl.Utils.Errors;

namespace SparkEtl.Utils.Configuration;

/// <summary>A configuration that cannot be used, with everything that is wrong with it: one line of the message a problem.</summary>
public sealed class ConfigurationException : SparkEtlException
{
    /// <summary>Creates the error.</summary>
    /// <param name="problems">At least one problem, in the order to show them.</param>
    public ConfigurationException(IReadOnlyList<ConfigurationProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>Everything that is wrong, in the order of the file, then of the environment variables, then of the command line.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; }
}
