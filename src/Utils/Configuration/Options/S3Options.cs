using System.ComponentModel.DataAnnotations;

namespace SparkEtl.Utils.Configuration.Options;

/// <summary>A folder on S3, by way of which large results reach Redshift.</summary>
public sealed record S3Options
{
    /// <summary>The folder: s3://BUCKET/FOLDER. Files are put there and removed when the run ends.</summary>
    [RegularExpression("^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9!_.*()=/-]*)?$", ErrorMessage = "s3://BUCKET/FOLDER, of letters, digits and ! _ . * ( ) = -")]
    public required string Path { get; init; }

    /// <summary>The role by which Redshift reads the folder: its ARN, several in a chain separated by commas, or default.</summary>
    [RegularExpression(@"^(default|arn:aws[a-z-]*:iam::\d{12}:role/[A-Za-z0-9+=.@_/-]+(,arn:aws[a-z-]*:iam::\d{12}:role/[A-Za-z0-9+=.@_/-]+)*)$", ErrorMessage = "arn:aws:iam::ACCOUNT:role/NAME or default")]
    public required string IamRole { get; init; }

    /// <summary>The region of the bucket, which is the cluster's own. Default: what the machine's AWS settings say.</summary>
    [RegularExpression("^[a-z0-9-]+$", ErrorMessage = "the name of a region, such as eu-central-1")]
    public string? Region { get; init; }

    /// <summary>Another address of S3 than Amazon's public one: http://host:port.</summary>
    [RegularExpression(@"^https?://[^\s/]+/?$", ErrorMessage = "http://HOST:PORT or https://HOST")]
    public string? Endpoint { get; init; }

    /// <summary>From how many rows on a result goes by S3: those of more than this.</summary>
    [Range(0, 1_000_000)]
    public int Rows { get; init; } = 10_000;
}
