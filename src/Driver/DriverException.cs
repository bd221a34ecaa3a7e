using SparkEtl.Utils.Errors;

namespace SparkEtl.Driver;

/// <summary>Something asked of the program that cannot be done as things are. The message says what was found, what was expected, what to do.</summary>
public sealed class DriverException : SparkEtlException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was found, what was expected, what to do next.</param>
    /// <param name="innerException">The cause, if another component raised it.</param>
    public DriverException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
