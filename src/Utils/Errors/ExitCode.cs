namespace SparkEtl.Utils.Errors;

/// <summary>What the program's exit code says to a shell or a scheduler.</summary>
public enum ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    Done = 0,

    /// <summary>A failure with a known cause: the message says what to do.</summary>
    Failed = 1,

    /// <summary>A defect of this program.</summary>
    Defect = 2,
}
