using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Warehouse;
using SparkEtl.Warehouse.DuckDb;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Driver.Environments;

/// <summary>The target that an environment's settings describe.</summary>
internal static class Targets
{
    /// <summary>The target; nothing is opened yet.</summary>
    /// <exception cref="DriverException">The environment has none.</exception>
    public static ITarget Of(EnvironmentConfiguration configuration) => configuration.Target switch
    {
        DuckDbTargetOptions file => new DuckDbTarget(configuration.Resolve(file.Path), file.Schema ?? "main", TimeProvider.System),
        ServerTargetOptions server => Server(configuration, server),
        _ => throw new DriverException($"The environment '{configuration.Name}' has no target; add target to it, such as {{kind: duckdb, path: out/results.duckdb}}."),
    };

    /// <summary>The server that an environment publishes in.</summary>
    public static ServerTarget Server(EnvironmentConfiguration configuration, ServerTargetOptions options) =>
        ServerTarget.Of(Address(configuration, options), (options as RedshiftTargetOptions)?.S3, TimeProvider.System);

    /// <summary>Where it is.</summary>
    public static ServerAddress Address(EnvironmentConfiguration configuration, ServerTargetOptions options)
    {
        CertificateAuthority.Require(configuration);
        return ServerAddress.Of(options) with { Ca = options.Ca is null ? null : Path.GetFullPath(configuration.Resolve(options.Ca)) };
    }
}
