using System.Diagnostics;
using System.Globalization;

namespace SparkEtl.Warehouse.Tests.Redshift;

/// <summary>An S3 of our own: npm's s3rver, installed once into the cache outside of the checkout. It ends with this process.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "results";

    /// <summary>The one pair of keys that it takes.</summary>
    public const string Key = "S3RVER";

    private const string Package = "s3rver@3.7.1";

    private const string Program = """
        const [modules, directory, bucket] = process.argv.slice(1);
        const S3rver = require(modules + '/s3rver');
        new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, vhostBuckets: false, configureBuckets: [{ name: bucket }] })
            .run().then(address => console.log(address.port));
        process.stdin.resume();
        process.stdin.on('end', () => process.exit());
        """;

    private readonly Process process;
    private readonly string folder;

    private S3Server(Process process, string folder, int port) => (this.process, this.folder, Endpoint) = (process, folder, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    public string Endpoint { get; }

    public static async Task<S3Server> StartAsync()
    {
        var modules = await InstallAsync();
        var folder = Directory.CreateTempSubdirectory("sparketl-s3-").FullName;
        var process = Process.Start(new ProcessStartInfo("node", ["-e", Program, modules, folder, Bucket])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync();
        return int.TryParse(line, CultureInfo.InvariantCulture, out var port)
            ? new S3Server(process, folder, port)
            : throw new InvalidOperationException($"s3rver did not start: {await process.StandardError.ReadToEndAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // Made under another name and renamed, so that two runs at once and a killed one do no harm.
    private static async Task<string> InstallAsync()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var home = Path.Combine(cache, "sparketl", Package);
        if (!Directory.Exists(home))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(home)!);
            var made = $"{home}.{Guid.NewGuid():N}";
            using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--prefix", made, Package, "--no-audit", "--no-fund", "--silent", "--ignore-scripts"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = npm.StandardError.ReadToEndAsync();
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm could not install {Package}, an S3 server for these tests: {await errors}");
            }

            try
            {
                Directory.Move(made, home);
            }
            catch (IOException) when (Directory.Exists(home))
            {
                Directory.Delete(made, recursive: true);
            }
        }

        return Path.Combine(home, "node_modules");
    }
}
