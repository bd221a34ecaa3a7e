namespace SparkEtl.Spark.Engines.Jvm.Gateway;

/// <summary>
/// An object in the JVM, which the gateway holds until the reference is disposed. Disposing only notes the id: ids are given back many at
/// a time, before a later call.
/// </summary>
internal sealed class JavaReference(GatewayClient client, string id) : IDisposable
{
    private int disposed;

    /// <summary>The gateway's id of the object.</summary>
    public string Id => disposed == 0 ? id : throw new ObjectDisposedException(nameof(JavaReference));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            client.Release(id);
        }
    }
}
