using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace SparkEtl.Driver.Environments.MySql;

/// <summary>
/// Certificates to trust as Java reads them: PKCS #12 without encryption and without a password, for there is no secret in it.
/// </summary>
internal static class JavaTrustStore
{
    private const int Version = 3;
    private const string Data = "1.2.840.113549.1.7.1";
    private const string CertificateBag = "1.2.840.113549.1.12.10.1.3";
    private const string X509 = "1.2.840.113549.1.9.22.1";

    // Without it Java takes a certificate for one that goes with a key, and trusts it in nothing.
    private const string TrustedKeyUsage = "2.16.840.1.113894.746875.1.1";
    private const string AnyPurpose = "2.5.29.37.0";

    private static readonly Asn1Tag Content = new(TagClass.ContextSpecific, 0);

    /// <summary>The bytes of the store.</summary>
    public static byte[] Of(X509Certificate2Collection certificates)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(Version);
            Wrapped(writer, authenticated =>
            {
                using (authenticated.PushSequence())
                {
                    Wrapped(authenticated, bags =>
                    {
                        using (bags.PushSequence())
                        {
                            foreach (var certificate in certificates)
                            {
                                Bag(bags, certificate);
                            }
                        }
                    });
                }
            });
        }

        return writer.Encode();
    }

    private static void Bag(AsnWriter writer, X509Certificate2 certificate)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CertificateBag);
            using (writer.PushSequence(Content))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(X509);
                using (writer.PushSequence(Content))
                {
                    writer.WriteOctetString(certificate.RawData);
                }
            }

            using (writer.PushSetOf())
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(TrustedKeyUsage);
                using (writer.PushSetOf())
                {
                    writer.WriteObjectIdentifier(AnyPurpose);
                }
            }
        }
    }

    // Plain data within data.
    private static void Wrapped(AsnWriter writer, Action<AsnWriter> write)
    {
        var inside = new AsnWriter(AsnEncodingRules.DER);
        write(inside);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Data);
            using (writer.PushSequence(Content))
            {
                writer.WriteOctetString(inside.Encode());
            }
        }
    }
}
