using SparkEtl.Utils.Errors;

namespace SparkEtl.Warehouse;

/// <summary>A target that cannot be written or read. The old tables are as they were.</summary>
public sealed class WarehouseException : SparkEtlException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was found, what was expected, what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public WarehouseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
