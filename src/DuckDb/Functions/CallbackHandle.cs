using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb;

/// <summary>Objects the library holds for us: it gets a number, and tells when it is done with it.</summary>
internal static class CallbackHandle
{
    internal static nint Create(object target) => GCHandle.ToIntPtr(GCHandle.Alloc(target));

    internal static T Get<T>(nint handle)
        where T : class => (T)GCHandle.FromIntPtr(handle).Target!;

    /// <summary>The library's delete callback. Nothing may be thrown into native code; freeing a live handle throws nothing.</summary>
    [UnmanagedCallersOnly]
    internal static void Free(nint handle)
    {
        try
        {
            var target = GCHandle.FromIntPtr(handle);
            (target.Target as IDisposable)?.Dispose();
            target.Free();
        }
        catch (Exception)
        {
            // An enumerator's Dispose that throws has no query left to fail.
        }
    }
}
