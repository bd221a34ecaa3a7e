using System.Collections.Concurrent;

namespace SparkEtl.Spark.Engines.Jvm.Gateway;

/// <summary>
/// Calls into a JVM through its gateway, from any number of threads: each call takes a connection that is free, or opens one. Values come
/// back as .NET's, objects as <see cref="JavaReference"/>s.
/// </summary>
internal sealed class GatewayClient : IDisposable
{
    /// <summary>The object that the gateway was started with.</summary>
    public const string EntryPoint = "t";

    private const int ReleaseAtOnce = 500;
    private const string FailuresClass = "sparketl.Failures";

    private readonly GatewayEndpoint endpoint;
    private readonly Func<GatewayException, Exception> explain;
    private readonly ConcurrentBag<GatewayConnection> free = [];
    private readonly ConcurrentQueue<string> released = new();
    private int waiting;
    private long roundTrips;
    private volatile bool disposed;

    /// <summary>Creates a client; nothing is sent yet.</summary>
    /// <param name="endpoint">Where the gateway is.</param>
    /// <param name="explain">What to raise for a connection that failed: what is known of the process behind it.</param>
    public GatewayClient(GatewayEndpoint endpoint, Func<GatewayException, Exception>? explain = null)
    {
        this.endpoint = endpoint;
        this.explain = explain ?? (e => e);
    }

    /// <summary>How often something was sent and its answer awaited.</summary>
    public long RoundTrips => Interlocked.Read(ref roundTrips);

    /// <summary>Calls a method of the object that the gateway was started with.</summary>
    /// <exception cref="JavaException">The method raised an error.</exception>
    /// <exception cref="GatewayException">The connection failed, or there is no such method.</exception>
    public object? CallEntry(string method, params ReadOnlySpan<object?> arguments) =>
        Run(GatewayCommand.Call(EntryPoint, method).Arguments(arguments).End());

    /// <summary>The same; when the token is cancelled, the answer is no longer awaited. What was called runs on.</summary>
    /// <inheritdoc cref="CallEntry(string, ReadOnlySpan{object})"/>
    public object? CallEntry(string method, CancellationToken abandon, params ReadOnlySpan<object?> arguments) =>
        Run(GatewayCommand.Call(EntryPoint, method).Arguments(arguments).End(), abandon);

    /// <inheritdoc cref="CallEntry(string, ReadOnlySpan{object})"/>
    public object? Call(JavaReference target, string method, params ReadOnlySpan<object?> arguments) =>
        Run(GatewayCommand.Call(target.Id, method).Arguments(arguments).End());

    /// <summary>Calls a method of an object that the gateway knows by a fixed id.</summary>
    /// <inheritdoc cref="CallEntry(string, ReadOnlySpan{object})"/>
    public object? CallObject(string id, string method, params ReadOnlySpan<object?> arguments) =>
        Run(GatewayCommand.Call(id, method).Arguments(arguments).End());

    /// <summary>Calls a static method; a nested class is written <c>Outer$Inner</c>.</summary>
    /// <inheritdoc cref="CallEntry(string, ReadOnlySpan{object})"/>
    public object? CallStatic(string className, string method, params ReadOnlySpan<object?> arguments) =>
        Run(GatewayCommand.Static(className, method).Arguments(arguments).End());

    /// <summary>Calls a constructor.</summary>
    /// <inheritdoc cref="CallEntry(string, ReadOnlySpan{object})"/>
    public JavaReference New(string className, params ReadOnlySpan<object?> arguments) =>
        Reference(Run(GatewayCommand.New(className).Arguments(arguments).End()), className);

    /// <summary>An array of exactly that component type, which a method with variable arguments asks for.</summary>
    public JavaReference NewArray(string componentClass, params ReadOnlySpan<object?> items)
    {
        var array = Reference(
            Run(new GatewayCommand().Line("a").Line("c").Arguments(componentClass, items.Length).End()), componentClass + "[]");
        for (var i = 0; i < items.Length; i++)
        {
            Run(new GatewayCommand().Line("a").Line("s").Line(array.Id).Arguments(i, items[i]).End());
        }

        return array;
    }

    /// <summary>An element of an array.</summary>
    public object? ElementAt(JavaReference array, int index) =>
        Run(new GatewayCommand().Line("a").Line("g").Line(array.Id).Arguments(index).End());

    /// <summary>Gives back every id that was released, now.</summary>
    public void FlushReleased() => OnConnection(connection =>
    {
        SendReleased(connection);
        return true;
    });

    public void Dispose()
    {
        disposed = true;
        while (free.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    /// <summary>Notes that an object is no longer used.</summary>
    internal void Release(string id)
    {
        released.Enqueue(id);
        Interlocked.Increment(ref waiting);
    }

    private static JavaReference Reference(object? value, string what) =>
        value as JavaReference ?? throw new GatewayException($"The gateway gave no object for {what}.");

    private object? Run(GatewayCommand command, CancellationToken abandon = default)
    {
        var raised = string.Empty;
        var value = OnConnection(connection =>
        {
            if (Volatile.Read(ref waiting) >= ReleaseAtOnce)
            {
                SendReleased(connection);
            }

            using var abandoning = abandon.Register(connection.Dispose);
            connection.Send(command.Bytes);
            Interlocked.Increment(ref roundTrips);
            var line = connection.ReadLine().Span;
            if (GatewayReply.IsValue(line))
            {
                return GatewayReply.Value(line, id => new JavaReference(this, id));
            }

            raised = GatewayReply.RaisedId(line) ?? throw new GatewayException($"The gateway could not run a command: {GatewayReply.Refusal(line)}");
            return null;
        });
        return raised.Length == 0 ? value : throw Raised(raised);
    }

    private JavaException Raised(string id)
    {
        using var error = new JavaReference(this, id);
        return CallStatic(FailuresClass, "describe", error) is byte[] described
            ? JavaFailure.Read(new Wire.WireReader(described))
            : new JavaException([], string.Empty);
    }

    private T OnConnection<T>(Func<GatewayConnection, T> use)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        GatewayConnection? connection = null;
        var usable = false;
        try
        {
            if (!free.TryTake(out connection))
            {
                connection = GatewayConnection.Open(endpoint);
            }

            var result = use(connection);
            usable = true;
            return result;
        }
        catch (GatewayException e)
        {
            throw explain(e);
        }
        finally
        {
            if (usable && !disposed)
            {
                free.Add(connection!);
            }
            else
            {
                connection?.Dispose();
            }
        }
    }

    // Deletions are sent together and answered together: one round trip for all of them.
    private void SendReleased(GatewayConnection connection)
    {
        var batch = new GatewayCommand();
        var count = 0;
        while (count < ReleaseAtOnce && released.TryDequeue(out var id))
        {
            batch.Line("m").Line("d").Line(id).End();
            count++;
        }

        if (count == 0)
        {
            return;
        }

        Interlocked.Add(ref waiting, -count);
        connection.Send(batch.Bytes);
        Interlocked.Increment(ref roundTrips);
        for (var i = 0; i < count; i++)
        {
            connection.ReadLine();
        }
    }
}
