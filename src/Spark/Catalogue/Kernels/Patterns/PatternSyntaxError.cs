namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>Where and why a text is not a pattern; it becomes an error of the function that was given the pattern.</summary>
internal sealed class PatternSyntaxError : SparkEtl.Utils.Errors.SparkEtlException
{
    public PatternSyntaxError(string reason, int index)
        : base($"{reason} at index {index}")
    {
    }
}
