using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SparkEtl.Warehouse.Tests.Redshift;

/// <summary>
/// Postgres with the one statement that it lacks: what stands before it hands every message on as it is, but a COPY from S3. That becomes an
/// INSERT of what the files hold, on the same connection, as Redshift would take them.
/// </summary>
internal sealed class RedshiftStandIn : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Func<string, Task<string>> insertOf;
    private readonly int port;
    private readonly Task work;

    /// <summary>Stands before a server.</summary>
    /// <param name="port">The server's port.</param>
    /// <param name="insertOf">The statement in the place of a COPY.</param>
    public RedshiftStandIn(int port, Func<string, Task<string>> insertOf)
    {
        this.port = port;
        this.insertOf = insertOf;
        listener.Start();
        work = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await work;
        listener.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, port, end.Token);
                var back = server.GetStream().CopyToAsync(client.GetStream(), end.Token);
                await ForwardAsync(client.GetStream(), server.GetStream());
                await back;
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // One of the two has hung up.
            }
        }
    }

    // The first message has no type.
    private async Task ForwardAsync(NetworkStream from, NetworkStream to)
    {
        for (var typed = 0; ; typed = 1)
        {
            var head = new byte[typed + 4];
            if (await from.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, end.Token) < head.Length)
            {
                to.Socket.Shutdown(SocketShutdown.Send);
                return;
            }

            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(typed)) - 4];
            await from.ReadExactlyAsync(body, end.Token);
            if (typed == 1 && head[0] == (byte)'P' && await RewrittenAsync(body) is { } other)
            {
                body = other;
                BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(typed), body.Length + 4);
            }

            await to.WriteAsync(head, end.Token);
            await to.WriteAsync(body, end.Token);
        }
    }

    // Parse: the statement's name, its text, the types of its parameters, of which a COPY has none.
    private async Task<byte[]?> RewrittenAsync(byte[] parse)
    {
        var name = Array.IndexOf(parse, (byte)0);
        var text = Encoding.UTF8.GetString(parse, name + 1, Array.IndexOf(parse, (byte)0, name + 1) - name - 1);
        return text.StartsWith("COPY ", StringComparison.Ordinal) ? [.. parse[..(name + 1)], .. Encoding.UTF8.GetBytes(await insertOf(text)), 0, 0, 0] : null;
    }
}
