using System.Globalization;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Environments;

/// <summary>The section <c>engine</c> as Spark's own settings.</summary>
internal static class SparkKeys
{
    /// <summary>What the .NET program may take beside the driver's JVM: not Spark's own, read by the Java side.</summary>
    public const string ProgramMemory = "spark.sparketl.memory";

    public const string DriverMemory = "spark.driver.memory";
    public const string DriverOverhead = "spark.driver.memoryOverhead";
    public const string ExecutorCores = "spark.executor.cores";
    public const string Instances = "spark.executor.instances";
    public const string Keytab = "spark.kerberos.keytab";

    /// <summary>The settings by key: the keys of the section, and those below <c>conf</c>.</summary>
    /// <exception cref="DriverException">Something is said twice.</exception>
    public static SortedDictionary<string, string> Of(SparkEngineOptions engine, EnvironmentConfiguration configuration)
    {
        (string Key, string Spark, string? Value)[] keys =
        [
            ("driver_memory", DriverMemory, engine.DriverMemory),
            ("driver_cores", "spark.driver.cores", Number(engine.DriverCores)),
            ("driver_overhead", DriverOverhead, engine.DriverOverhead),
            ("program_memory", ProgramMemory, engine.ProgramMemory),
            ("instances", Instances, Number(engine.Instances)),
            ("executor_memory", "spark.executor.memory", engine.ExecutorMemory),
            ("executor_cores", ExecutorCores, Number(engine.ExecutorCores)),
            ("executor_overhead", "spark.executor.memoryOverhead", engine.ExecutorOverhead),
            ("queue", "spark.yarn.queue", engine.Queue),
            ("principal", "spark.kerberos.principal", engine.Principal),
            ("keytab", Keytab, engine.Keytab is { } keytab ? configuration.Resolve(keytab) : null),
        ];
        var twice = keys.Where(k => k.Value is not null && engine.Conf.ContainsKey(k.Spark))
            .Select(k => $"engine.{k.Key} ({configuration.Origin($"engine.{k.Key}")}) and engine.conf.{k.Spark} ({configuration.Origin($"engine.conf.{k.Spark}")})").ToArray();
        if (twice.Length > 0)
        {
            throw new DriverException($"The environment '{configuration.Name}' says the same twice; leave one of each:\n  {string.Join("\n  ", twice)}");
        }

        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, key, value) in keys.Where(k => k.Value is not null))
        {
            settings.Add(key, value!);
        }

        foreach (var (key, value) in engine.Conf)
        {
            settings.Add(key, value);
        }

        return settings;
    }

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
