namespace SparkEtl.Utils.Configuration.Options;

/// <summary>Where Spark's driver runs.</summary>
public enum DeployMode
{
    /// <summary>On this machine.</summary>
    Client,

    /// <summary>On a node of the cluster.</summary>
    Cluster,
}
