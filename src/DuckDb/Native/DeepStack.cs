using System.Runtime.ExceptionServices;

namespace SparkEtl.DuckDb.Native;

/// <summary>
/// DuckDB parses, binds, plans and frees a statement by recursion over its nesting, and does not watch the stack: a statement some
/// hundred levels deep would end the process. Long texts therefore run on a thread of their own with a stack that suffices; the
/// memory is reserved, not used, until it is needed.
/// </summary>
internal static class DeepStack
{
    /// <summary>A text of this many characters or more may be nested deeply.</summary>
    internal const int LongText = 4 * 1024;

    private const int StackBytes = 512 * 1024 * 1024;

    internal static bool IsNeededFor(string sql) => sql.Length >= LongText;

    internal static void Run(bool deep, Action action) => Run(deep, () =>
    {
        action();
        return 0;
    });

    internal static T Run<T>(bool deep, Func<T> function)
    {
        if (!deep)
            return function();
        T result = default!;
        ExceptionDispatchInfo? error = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = function();
                }
                catch (Exception e)
                {
                    error = ExceptionDispatchInfo.Capture(e);
                }
            },
            StackBytes)
        { IsBackground = true, Name = "DuckDb deep statement" };
        thread.Start();
        thread.Join();
        error?.Throw();
        return result;
    }
}
