using SparkEtl.Utils.Errors;

namespace SparkEtl.Utils.Configuration;

/// <summary>An options record that cannot be filled from YAML, because of its code and not of what a user wrote.</summary>
public sealed class UnsupportedOptionsException : SparkEtlException
{
    internal UnsupportedOptionsException(Type type, string problem)
        : base($"the options record {type.FullName} cannot be filled from the configuration: {problem}") => OptionsType = type;

    /// <summary>The record.</summary>
    public Type OptionsType { get; }
}
