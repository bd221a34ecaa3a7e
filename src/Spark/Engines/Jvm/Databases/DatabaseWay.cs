namespace SparkEtl.Spark.Engines.Jvm.Databases;

/// <summary>A way to connect to a database. Its options may hold secrets and are never printed.</summary>
/// <param name="Driver">The class of the JDBC driver.</param>
/// <param name="Url">The address, without secrets.</param>
/// <param name="Options">The driver's options, user and password among them.</param>
internal sealed record DatabaseWay(string Driver, string Url, IReadOnlyList<KeyValuePair<string, string>> Options)
{
    public override string ToString() => $"{Url} by {Driver}";
}
