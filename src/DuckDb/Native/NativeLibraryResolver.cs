using System.Reflection;
using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb.Native;

/// <summary>Tells the runtime where libduckdb is, once for the process.</summary>
internal static class NativeLibraryResolver
{
    private static readonly Lazy<bool> Installed = new(() =>
    {
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraryResolver).Assembly, Resolve);
        return true;
    });

    /// <summary>To be called before the first use of the C API.</summary>
    internal static void Install() => _ = Installed.Value;

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == LibDuckDb.Name ? NativeLibrary.Load(NativeLibraryLocator.ForThisProcess().Locate()) : 0;
}
