namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>What YARN says of an application.</summary>
/// <param name="State">Its state: RUNNING, FINISHED, KILLED.</param>
/// <param name="Final">How it ended: SUCCEEDED, FAILED, KILLED, UNDEFINED while it runs.</param>
/// <param name="Diagnostics">Why.</param>
internal sealed record YarnReport(string State, string Final, string Diagnostics)
{
    public bool IsOver => State is "FINISHED" or "FAILED" or "KILLED";
}
