namespace SparkEtl.Warehouse.Servers;

/// <summary>What a connection is for: errors say it.</summary>
internal enum Purpose
{
    Publish,
    Read,
}
