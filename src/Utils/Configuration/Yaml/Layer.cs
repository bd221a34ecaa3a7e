namespace SparkEtl.Utils.Configuration.Yaml;

/// <summary>Where a value was written, the weakest first: a later layer wins.</summary>
internal enum Layer
{
    Defaults,
    Environment,
    Variables,
    CommandLine,
}
