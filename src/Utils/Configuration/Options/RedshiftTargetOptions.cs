using System.ComponentModel.DataAnnotations;

namespace SparkEtl.Utils.Configuration.Options;

/// <summary>A database of Amazon Redshift.</summary>
public sealed record RedshiftTargetOptions : ServerTargetOptions
{
    /// <inheritdoc/>
    [Range(1, 65535)]
    public override int Port { get; init; } = 5439;

    /// <summary>By way of which folder on S3 large results go. Default: by INSERT, whatever their size.</summary>
    public S3Options? S3 { get; init; }
}
