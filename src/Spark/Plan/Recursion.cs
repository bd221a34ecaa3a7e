using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace SparkEtl.Spark.Plan;

/// <summary>Recursion over trees of any depth: it goes on in a thread with a large stack when the present one runs out.</summary>
internal static class Recursion
{
    private const int StackBytes = 256 * 1024 * 1024;

    /// <summary>Runs the step here, or on a new stack when little is left of this one.</summary>
    public static T Run<T>(Func<T> step) => RuntimeHelpers.TryEnsureSufficientExecutionStack() ? step() : OnLargeStack(step);

    /// <summary>Runs the step on a thread of its own with a large stack, and waits for it.</summary>
    public static T OnLargeStack<T>(Func<T> step)
    {
        T result = default!;
        ExceptionDispatchInfo? error = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = step();
                }
                catch (Exception e)
                {
                    error = ExceptionDispatchInfo.Capture(e);
                }
            },
            StackBytes);
        thread.Start();
        thread.Join();
        error?.Throw();
        return result;
    }
}
