namespace SparkEtl.DuckDb;

/// <summary>
/// The last exceptions that functions written in C# threw. Only their text passes through the library; by it the exception itself is
/// found again when the query fails, and becomes the inner one.
/// </summary>
internal sealed class CallbackErrors
{
    private const int Kept = 64;

    private readonly Lock gate = new();
    private readonly LinkedList<(string Message, Exception Error)> errors = new();

    internal void Add(string message, Exception error)
    {
        // The library takes texts that end at the first U+0000.
        if (message.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var end)
            message = message[..end];
        lock (gate)
        {
            errors.AddFirst((message, error));
            if (errors.Count > Kept)
                errors.RemoveLast();
        }
    }

    /// <summary>The exception a query failed with.</summary>
    /// <param name="message">The query's message without its kind.</param>
    internal Exception? Take(string message)
    {
        lock (gate)
        {
            for (LinkedListNode<(string Message, Exception Error)>? node = errors.First; node is not null; node = node.Next)
            {
                if (!IsOf(message, node.Value.Message))
                    continue;
                errors.Remove(node);
                return node.Value.Error;
            }
            return null;
        }
    }

    /// <summary>DuckDB may add the place in the SQL text, below an empty line.</summary>
    private static bool IsOf(string message, string thrown) =>
        message == thrown || (message.StartsWith(thrown, StringComparison.Ordinal) && message.AsSpan(thrown.Length).StartsWith("\n\nLINE "));
}
