using SparkEtl.Utils.Errors;

namespace SparkEtl.Spark.Engines.Jvm.Gateway;

/// <summary>An error that a call raised in the JVM, with its causes from the outermost in.</summary>
internal sealed class JavaException(IReadOnlyList<JavaCause> causes, string stackTrace)
    : SparkEtlException(MessageOf(causes))
{
    /// <summary>The error and its causes; at least one.</summary>
    public IReadOnlyList<JavaCause> Causes { get; } = causes;

    /// <summary>The stack trace in the JVM, of the causes too.</summary>
    public string JavaStackTrace { get; } = stackTrace;

    public override string ToString() => $"{base.ToString()}\nIn the JVM: {JavaStackTrace}";

    private static string MessageOf(IReadOnlyList<JavaCause> causes) => causes.Count == 0
        ? "An error in the JVM without a description."
        : string.Join("; caused by ", causes.Select(c => c.Message is null ? c.ClassName : $"{c.ClassName}: {c.Message}"));
}
