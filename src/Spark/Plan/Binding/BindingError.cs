using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>Errors of binding, which point at the character when the expression came from text.</summary>
internal static class BindingError
{
    public static AnalysisException At(Positioned at, string errorClass, string message) => new(errorClass, WithPointer(at, message));

    /// <summary>Runs a step and points its error at the text, when the error does not point anywhere yet.</summary>
    public static T Pointing<T>(Positioned at, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (AnalysisException e) when (at.Position is not null && !e.Message.Contains('\n', StringComparison.Ordinal))
        {
            throw new AnalysisException(e.ErrorClass, WithPointer(at, e.Message), e);
        }
    }

    private static string WithPointer(Positioned at, string message) =>
        at.Position is null ? message : $"{message} At {SourcePointer.Describe(at.Position)}";
}
