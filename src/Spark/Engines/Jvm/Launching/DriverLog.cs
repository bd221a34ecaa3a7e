namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>The last lines that the JVM logged: what to show when it ends.</summary>
internal sealed class DriverLog(Action<string>? listener, Func<string, string> mask)
{
    private const int Kept = 25;

    private readonly Lock gate = new();
    private readonly Queue<string> lines = new();

    public void Add(string unmasked)
    {
        var line = mask(unmasked);
        lock (gate)
        {
            lines.Enqueue(line);
            if (lines.Count > Kept)
            {
                lines.Dequeue();
            }
        }

        listener?.Invoke(line);
    }

    /// <summary>The last lines, each on a line of its own; empty when there is none.</summary>
    public string Tail()
    {
        lock (gate)
        {
            return lines.Count == 0 ? " It logged nothing." : $" Its last lines:\n  {string.Join("\n  ", lines)}";
        }
    }
}
