using System.Globalization;

namespace SparkEtl.Driver.Runs;

/// <summary>On a terminal, one line that says what is going on and how far it is; elsewhere nothing.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int Width = 24;
    private readonly Lock gate = new();
    private readonly TextWriter? terminal = Console.IsErrorRedirected ? null : Console.Error;
    private string step = string.Empty;

    /// <summary>Whom to tell how far a statement is; null where nobody looks, so that nobody is asked for it.</summary>
    public Action<double>? Listener => terminal is null ? null : Show;

    /// <summary>Names what is going on.</summary>
    public void Step(string name)
    {
        step = name;
        Show(0);
    }

    /// <summary>Tells how far the running statement is, 0 to 1.</summary>
    public void Show(double fraction)
    {
        if (terminal is null)
        {
            return;
        }

        var done = (int)(Math.Clamp(fraction, 0, 1) * Width);
        lock (gate)
        {
            terminal.Write(string.Create(
                CultureInfo.InvariantCulture, $"\r\u001b[K[{new string('#', done)}{new string('.', Width - done)}] {fraction:P0} {step}"));
        }
    }

    /// <summary>Takes the line away, so that another can be printed.</summary>
    public void Clear()
    {
        lock (gate)
        {
            terminal?.Write("\r\u001b[K");
        }
    }

    public void Dispose() => Clear();
}
