using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Warehouse.Redshift.Files;

/// <summary>The folder on S3 that one run puts its files into. Who may do so is what the machine's AWS settings say.</summary>
internal sealed class S3Folder
{
    private static readonly TimeSpan RemoveLimit = TimeSpan.FromSeconds(10);

    private readonly S3Options options;
    private readonly string bucket;
    private readonly string prefix;
    private readonly List<string> keys = [];

    /// <summary>Names a folder of its own below the one of the settings.</summary>
    public S3Folder(S3Options options)
    {
        this.options = options;
        var path = options.Path["s3://".Length..].Split('/', 2);
        bucket = path[0];
        var above = path is [_, var rest] ? rest.Trim('/') : string.Empty;
        prefix = $"{(above.Length > 0 ? above + "/" : string.Empty)}sparketl-{Guid.NewGuid():N}/";
    }

    /// <summary>A folder in it, as Redshift names it.</summary>
    public string Address(string folder) => $"s3://{bucket}/{prefix}{folder}/";

    /// <summary>Puts a file there.</summary>
    /// <exception cref="WarehouseException">S3 cannot be reached, or refuses.</exception>
    public async Task UploadAsync(string folder, string file, CancellationToken cancellation)
    {
        var key = $"{prefix}{folder}/{Path.GetFileName(file)}";
        using var client = Client();
        keys.Add(key);
        try
        {
            await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, FilePath = file, UseChunkEncoding = false }, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw Explain(e);
        }
    }

    /// <summary>Removes all files that were put there; those that cannot be stay.</summary>
    public async Task RemoveAsync()
    {
        if (keys.Count == 0)
        {
            return;
        }

        using var limit = new CancellationTokenSource(RemoveLimit);
        using var client = Client();
        try
        {
            foreach (var key in keys)
            {
                await client.DeleteObjectAsync(bucket, key, limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or OperationCanceledException)
        {
            // What was published is published. A life cycle rule of the bucket takes what remains, as it does after a run that is killed.
        }

        keys.Clear();
    }

    private AmazonS3Client Client()
    {
        try
        {
            var settings = new AmazonS3Config { MaxErrorRetry = 4 };
            if (options.Endpoint is { } endpoint)
            {
                settings.ServiceURL = endpoint;
                settings.ForcePathStyle = true;
                settings.AuthenticationRegion = options.Region ?? RegionEndpoint.USEast1.SystemName;
            }
            else if (options.Region is { } region)
            {
                settings.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            }

            return new AmazonS3Client(settings);
        }
        catch (AmazonClientException e)
        {
            throw Explain(e);
        }
    }

    private WarehouseException Explain(Exception error)
    {
        var (next, transient) = error switch
        {
            AmazonS3Exception { ErrorCode: "NoSuchBucket" } => ("Create the bucket, or correct target.s3.path", false),
            AmazonS3Exception { ErrorCode: "AccessDenied" or "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "ExpiredToken" } =>
                ("The machine's AWS credentials must be valid and allow s3:PutObject and s3:DeleteObject there", false),
            AmazonS3Exception { ErrorCode: "PermanentRedirect" or "AuthorizationHeaderMalformed" } => ("Set target.s3.region to the bucket's", false),
            AmazonS3Exception => ("Look at the bucket and run again", true),
            _ when error.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase) || error.Message.Contains("Metadata", StringComparison.Ordinal) =>
                ("Give the machine AWS credentials: a role, a profile (AWS_PROFILE), or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", false),
            _ when error.Message.Contains("RegionEndpoint", StringComparison.Ordinal) => ("Set target.s3.region", false),
            _ => ("Is S3 reached from this machine? Then run again", true),
        };
        return new WarehouseException(
            $"The files of the results cannot be put to s3://{bucket}/{prefix}: {error.Message.TrimEnd('.')}. {next}. The published tables are as they were.", error, transient);
    }
}
