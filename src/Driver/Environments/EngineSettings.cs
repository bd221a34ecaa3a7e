using SparkEtl.Spark.Sql;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Environments;

/// <summary>The settings of a session for the engine that an environment asks for.</summary>
internal static class EngineSettings
{
    /// <summary>Sets them.</summary>
    /// <exception cref="RefusedException">A setting would change the meaning of queries.</exception>
    public static Builder Apply(EnvironmentConfiguration configuration, Builder builder) => configuration.Engine switch
    {
        DuckDbEngineOptions options => Embedded(options, configuration, builder),
        SparkEngineOptions options => Spark(options, configuration, builder),
        _ => throw new DriverException($"There is no engine of the kind {configuration.Engine.GetType().Name}."),
    };

    private static Builder Embedded(DuckDbEngineOptions options, EnvironmentConfiguration configuration, Builder builder)
    {
        if (options.Memory is { } memory)
        {
            builder.Config(Builder.MemoryKey, memory);
        }

        if (options.Threads is { } threads)
        {
            builder.Config(Builder.ThreadsKey, threads);
        }

        if (options.TempDirectory is { } folder)
        {
            builder.Config(Builder.TempDirectoryKey, configuration.Resolve(folder));
        }

        return builder;
    }

    private static Builder Spark(SparkEngineOptions options, EnvironmentConfiguration configuration, Builder builder)
    {
        builder.Config(Builder.EngineKey, "spark");
        if (options.Master is { } master)
        {
            builder.Master(master);
        }

        foreach (var (key, value) in SparkKeys.Of(options, configuration))
        {
            builder.Config(key, value);
        }

        return builder;
    }
}
