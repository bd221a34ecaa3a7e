using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Environments;

/// <summary>The certificates of an authority of one's own, as <c>source.ca</c> and <c>target.ca</c> name them.</summary>
internal static class CertificateAuthority
{
    /// <summary>Refuses a file that is not there or holds no certificate, and one that nothing is verified by.</summary>
    /// <exception cref="DriverException">The settings are not right.</exception>
    public static void Require(EnvironmentConfiguration configuration)
    {
        if (configuration.Source is MySqlSourceOptions { Ca: { } source } mysql)
        {
            Require(configuration, "source", source, mysql.Tls);
        }

        if (configuration.Target is ServerTargetOptions { Ca: { } target } server)
        {
            Require(configuration, "target", target, server.Tls);
        }
    }

    /// <summary>The certificates of a file.</summary>
    /// <exception cref="DriverException">There are none.</exception>
    public static X509Certificate2Collection Read(EnvironmentConfiguration configuration, string section, string path)
    {
        var file = configuration.Resolve(path);
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new DriverException($"{section}.ca ({configuration.Origin($"{section}.ca")}) names {file}, which cannot be read: {e.Message} Name a file with the certificate of the authority in PEM.", e);
        }

        return found.Count > 0 ? found : throw new DriverException(
            $"{section}.ca ({configuration.Origin($"{section}.ca")}) names {file}, which holds no certificate. Name a file with -----BEGIN CERTIFICATE----- (PEM).");
    }

    private static void Require(EnvironmentConfiguration configuration, string section, string path, bool? tls)
    {
        if (tls != true)
        {
            throw new DriverException(
                $"{section}.ca ({configuration.Origin($"{section}.ca")}) names an authority, but no certificate is verified without {section}.tls: true. Set that, or take {section}.ca away.");
        }

        _ = Read(configuration, section, path);
    }
}
