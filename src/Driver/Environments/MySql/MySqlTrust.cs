using SparkEtl.Utils.Configuration;

namespace SparkEtl.Driver.Environments.MySql;

/// <summary>An authority of one's own, as the JDBC drivers are told of it.</summary>
internal static class MySqlTrust
{
    /// <summary>For MySQL's driver: a trust store, made in a folder of the run's own.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="path">The file of <c>source.ca</c>.</param>
    /// <param name="folder">The folder.</param>
    public static IEnumerable<KeyValuePair<string, string>> OfMySql(EnvironmentConfiguration configuration, string path, string folder)
    {
        var file = Path.Combine(folder, "source-ca.p12");
        File.WriteAllBytes(file, JavaTrustStore.Of(CertificateAuthority.Read(configuration, "source", path)));
        return
        [
            new("trustCertificateKeyStoreUrl", new Uri(file).AbsoluteUri),
            new("trustCertificateKeyStoreType", "PKCS12"),
            new("fallbackToSystemTrustStore", "false"),
        ];
    }

    /// <summary>For MariaDB's driver: the certificates themselves.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfMariaDb(EnvironmentConfiguration configuration, string path) =>
        [new("serverSslCert", string.Join('\n', CertificateAuthority.Read(configuration, "source", path).Select(c => c.ExportCertificatePem())))];
}
