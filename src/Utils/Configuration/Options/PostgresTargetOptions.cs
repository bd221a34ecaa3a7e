using System.ComponentModel.DataAnnotations;

namespace SparkEtl.Utils.Configuration.Options;

/// <summary>A database of PostgreSQL.</summary>
public sealed record PostgresTargetOptions : ServerTargetOptions
{
    /// <inheritdoc/>
    [Range(1, 65535)]
    public override int Port { get; init; } = 5432;
}
