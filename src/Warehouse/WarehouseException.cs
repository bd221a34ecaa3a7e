using SparkEtl.Utils.Errors;

namespace SparkEtl.Warehouse;

/// <summary>A target that cannot be written or read. The old tables are as they were, unless the message says otherwise.</summary>
public sealed class WarehouseException : SparkEtlException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was found, what was expected, what to do next.</param>
    /// <param name="innerException">The cause.</param>
    /// <param name="isTransient">True when the same call may succeed later without a change.</param>
    public WarehouseException(string message, Exception? innerException = null, bool isTransient = false)
        : base(message, innerException) =>
        IsTransient = isTransient;

    /// <inheritdoc/>
    public override bool IsTransient { get; }
}
