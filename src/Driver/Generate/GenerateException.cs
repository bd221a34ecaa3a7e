using SparkEtl.Utils.Errors;

namespace SparkEtl.Driver.Generate;

/// <summary>Sample data could not be generated: a number of rows that makes no sense, or a folder that cannot be written.</summary>
internal sealed class GenerateException : SparkEtlException
{
    public GenerateException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
