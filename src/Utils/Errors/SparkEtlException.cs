namespace SparkEtl.Utils.Errors;

/// <summary>
/// Root of every error this project raises on purpose. The message says what was found, what was expected, where, and what to do
/// next; it is shown to the user as it is, without a stack trace. Exit code 1.
/// </summary>
public abstract class SparkEtlException : Exception
{
    /// <summary>Creates an error whose message stands alone.</summary>
    /// <param name="message">What was found, what was expected, where, what to do next.</param>
    /// <param name="innerException">The cause, when another component raised it.</param>
    protected SparkEtlException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>True when the same call may succeed later without a change (a server that is restarting); false when it cannot.</summary>
    public virtual bool IsTransient => false;
}
