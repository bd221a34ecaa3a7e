using System.Runtime.InteropServices;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Writing;

/// <summary>Swaps two paths in one step, so that no reader and no power cut sees neither; where the system can.</summary>
internal static partial class AtomicExchange
{
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>Swaps the paths; false when this system cannot, and nothing was done.</summary>
    public static bool TryExchange(string left, string right)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return Rename(CurrentFolder, left, CurrentFolder, right, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(int leftFolder, string left, int rightFolder, string right, uint flags);
}
