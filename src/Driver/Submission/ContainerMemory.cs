using System.Globalization;
using SparkEtl.Driver.Environments;

namespace SparkEtl.Driver.Submission;

/// <summary>
/// What YARN's containers need where the settings say nothing. YARN may hold a container to its memory and to an address space of 2.1 times
/// that, and kills what has more; JVMs and .NET reserve far more than they use unless they are told not to.
/// </summary>
internal static class ContainerMemory
{
    /// <summary>
    /// Options of the driver's JVM in a container. As on another machine, it would reserve a gigabyte for the stack of deep plans and 16
    /// megabytes for each other thread.
    /// </summary>
    public const string DriverJava = $"-Xss2m -Detl.stack.megabytes=256 {ClassSpace}";

    // Else a gigabyte, and 64 megabytes for each of eight arenas a processor.
    private const string ClassSpace = "-XX:CompressedClassSpaceSize=256m";
    private const string Arenas = "MALLOC_ARENA_MAX";
    private const string FewArenas = "4";

    private const string DefaultHeap = "1g";
    private const long LeastOverhead = 384;
    private const long OverheadPart = 10;

    // The address space of the driver's two processes, in megabytes: some more than was measured with these options.
    private const long JvmBesideHeap = 2150;
    private const long ProgramBesideHeap = 1024;
    private const double ProgramHeapReserved = 1.5;
    private const double AddressSpaceAllowed = 2.1;

    /// <summary>Adds what is not set.</summary>
    /// <param name="settings">Those of a submission to YARN; the memory of the program is among them.</param>
    /// <param name="inCluster">Whether the driver is in a container.</param>
    /// <exception cref="DriverException">A size is none.</exception>
    public static void AddDefaults(SortedDictionary<string, string> settings, bool inCluster)
    {
        settings.TryAdd("spark.executor.defaultJavaOptions", ClassSpace);
        settings.TryAdd($"spark.executorEnv.{Arenas}", FewArenas);
        settings.TryAdd($"spark.yarn.appMasterEnv.{Arenas}", FewArenas);
        if (!inCluster)
        {
            // There is no key for defaults; of an option that is given twice the later one counts.
            const string key = "spark.yarn.am.extraJavaOptions";
            settings[key] = $"{ClassSpace} {settings.GetValueOrDefault(key)}".TrimEnd();
        }
        else if (!settings.ContainsKey("spark.driver.memoryOverheadFactor"))
        {
            settings.TryAdd(SparkKeys.DriverOverhead, DriverOverhead(settings));
        }
    }

    private static string DriverOverhead(SortedDictionary<string, string> settings)
    {
        var heap = MemorySize.Mebibytes(SparkKeys.DriverMemory, settings.GetValueOrDefault(SparkKeys.DriverMemory, DefaultHeap));
        var program = MemorySize.Mebibytes(SparkKeys.ProgramMemory, settings[SparkKeys.ProgramMemory]);
        var used = Math.Max(LeastOverhead, heap / OverheadPart) + program;
        var reserved = heap + JvmBesideHeap + ProgramBesideHeap + (ProgramHeapReserved * program);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Max(used, (long)(reserved / AddressSpaceAllowed) - heap)}m");
    }
}
