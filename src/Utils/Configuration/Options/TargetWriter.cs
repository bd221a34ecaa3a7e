namespace SparkEtl.Utils.Configuration.Options;

/// <summary>What carries results to a server.</summary>
public enum TargetWriter
{
    /// <summary>The program itself, over one connection.</summary>
    Npgsql,

    /// <summary>Spark's tasks, each over a connection of its own.</summary>
    Spark,
}
