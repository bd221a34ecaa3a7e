namespace SparkEtl.Utils.Configuration;

/// <summary>What the configuration takes from the machine it is loaded on.</summary>
public interface IMachine
{
    /// <summary>The environment variables of the process.</summary>
    IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Reads a whole file; a failure is part of the result, not an exception.</summary>
    /// <param name="path">The file's path; a relative one starts at the working directory.</param>
    FileRead Read(string path);
}
