namespace SparkEtl.Driver.Runs;

/// <summary>The run was stopped after some of its pipelines had published.</summary>
internal sealed class StoppedException(IReadOnlyList<string> published, OperationCanceledException innerException)
    : OperationCanceledException(
        $"stopped before the end; published before that, and complete: {string.Join(", ", published)}. Nothing else was published.",
        innerException,
        innerException.CancellationToken);
