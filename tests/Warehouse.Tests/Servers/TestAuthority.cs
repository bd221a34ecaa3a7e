using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SparkEtl.Warehouse.Tests.Servers;

/// <summary>An authority of our own that signs certificates of servers, for a day.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 own;

    public TestAuthority()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=authority {Guid.NewGuid():N}", pair, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        own = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Its certificate, in PEM.</summary>
    public string Certificate => own.ExportCertificatePem();

    /// <summary>A server's certificate and key, in PEM, for names and addresses.</summary>
    public (string Certificate, string Key) Sign(params string[] names)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", pair, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        using var signed = request.Create(own, own.NotBefore.AddMinutes(1), own.NotAfter.AddMinutes(-1), RandomNumberGenerator.GetBytes(8));
        return (signed.ExportCertificatePem(), pair.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose() => own.Dispose();
}
