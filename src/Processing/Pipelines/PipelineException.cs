namespace SparkEtl.Processing.Pipelines;

/// <summary>
/// A pipeline that cannot run as it is configured or written: settings that do not fit, a source without a column, a result of other
/// columns than promised, a count that is missing. The message says what was found, what was expected and where.
/// </summary>
public sealed class PipelineException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was found, what was expected, where, what to do next.</param>
    /// <param name="innerException">The cause, if another component raised it.</param>
    public PipelineException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
