using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SparkEtl.Spark.Engines.Jvm.Gateway;

/// <summary>One socket to a gateway: a command, then its answer. The JVM serves it by a thread of its own. Not for two threads at once.</summary>
internal sealed class GatewayConnection : IDisposable
{
    private const int ReadBytes = 64 * 1024;

    private readonly Socket socket;
    private byte[] buffer = new byte[ReadBytes];
    private int start;
    private int end;

    private GatewayConnection(Socket socket) => this.socket = socket;

    /// <summary>Connects and shows the token.</summary>
    /// <exception cref="GatewayException">Nothing listens there, or the token is refused.</exception>
    public static GatewayConnection Open(GatewayEndpoint endpoint)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(IPAddress.Loopback, endpoint.Port);
            var connection = new GatewayConnection(socket);
            connection.Send(Encoding.UTF8.GetBytes($"A\n{endpoint.Token.Reveal()}\n"));
            if (!connection.ReadLine().Span.SequenceEqual("!yv"u8))
            {
                throw new GatewayException($"The gateway on port {endpoint.Port} refused our token; another program may have taken the port.");
            }

            return connection;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new GatewayException($"The gateway of the driver's JVM on port {endpoint.Port} did not answer: {e.Message}", e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a command, or several.</summary>
    public void Send(ReadOnlyMemory<byte> command)
    {
        try
        {
            var rest = command.Span;
            while (!rest.IsEmpty)
            {
                rest = rest[socket.Send(rest)..];
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw Lost(e);
        }
    }

    /// <summary>The next answer, without its end of line. Valid until the next call.</summary>
    public ReadOnlyMemory<byte> ReadLine()
    {
        var searched = start;
        while (true)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = buffer.AsMemory(start, searched + found - start);
                start = searched + found + 1;
                return line;
            }

            searched = end;
            searched -= MakeRoom();
            var read = Receive();
            if (read == 0)
            {
                throw Lost(null);
            }

            end += read;
        }
    }

    public void Dispose() => socket.Dispose();

    // Moves what is unread to the front when the buffer is full, and enlarges it when that is not enough; by how much it moved.
    private int MakeRoom()
    {
        if (end < buffer.Length)
        {
            return 0;
        }

        var moved = start;
        var larger = start == 0 ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start, end - start).CopyTo(larger);
        buffer = larger;
        end -= start;
        start = 0;
        return moved;
    }

    private int Receive()
    {
        try
        {
            return socket.Receive(buffer, end, buffer.Length - end, SocketFlags.None);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw Lost(e);
        }
    }

    private static GatewayException Lost(Exception? cause) =>
        new("The connection to the driver's JVM was lost" + (cause is null ? "." : $": {cause.Message}"), cause);
}
