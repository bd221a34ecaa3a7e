namespace SparkEtl.Spark.Sql;

/// <summary>Where Spark keeps the rows of a persisted frame. The embedded engine keeps them in its own memory, and on its disk when that is full.</summary>
public sealed class StorageLevel
{
    /// <summary>Creates a level.</summary>
    /// <param name="useDisk">Whether rows may be on disk.</param>
    /// <param name="useMemory">Whether rows may be in memory.</param>
    /// <param name="useOffHeap">Whether rows may be in memory outside of the JVM's heap.</param>
    /// <param name="deserialized">Whether rows are kept as objects.</param>
    /// <param name="replication">On how many machines each row is kept.</param>
    public StorageLevel(bool useDisk, bool useMemory, bool useOffHeap, bool deserialized, int replication = 1)
    {
        UseDisk = useDisk;
        UseMemory = useMemory;
        UseOffHeap = useOffHeap;
        Deserialized = deserialized;
        Replication = replication;
    }

    /// <summary>Nowhere: the frame is not persisted.</summary>
    public static StorageLevel NONE { get; } = new(false, false, false, false);

    /// <summary>On disk.</summary>
    public static StorageLevel DISK_ONLY { get; } = new(true, false, false, false);

    /// <summary>On two machines' disks.</summary>
    public static StorageLevel DISK_ONLY_2 { get; } = new(true, false, false, false, 2);

    /// <summary>In memory; what does not fit is computed again.</summary>
    public static StorageLevel MEMORY_ONLY { get; } = new(false, true, false, true);

    /// <summary>In two machines' memory.</summary>
    public static StorageLevel MEMORY_ONLY_2 { get; } = new(false, true, false, true, 2);

    /// <summary>In memory, serialised.</summary>
    public static StorageLevel MEMORY_ONLY_SER { get; } = new(false, true, false, false);

    /// <summary>In two machines' memory, serialised.</summary>
    public static StorageLevel MEMORY_ONLY_SER_2 { get; } = new(false, true, false, false, 2);

    /// <summary>In memory, and on disk what does not fit.</summary>
    public static StorageLevel MEMORY_AND_DISK { get; } = new(true, true, false, true);

    /// <summary>In two machines' memory, and on disk what does not fit.</summary>
    public static StorageLevel MEMORY_AND_DISK_2 { get; } = new(true, true, false, true, 2);

    /// <summary>In memory, serialised, and on disk what does not fit.</summary>
    public static StorageLevel MEMORY_AND_DISK_SER { get; } = new(true, true, false, false);

    /// <summary>In two machines' memory, serialised, and on disk what does not fit.</summary>
    public static StorageLevel MEMORY_AND_DISK_SER_2 { get; } = new(true, true, false, false, 2);

    /// <summary>In memory outside of the JVM's heap.</summary>
    public static StorageLevel OFF_HEAP { get; } = new(true, true, true, false);

    /// <summary>Whether rows may be on disk.</summary>
    public bool UseDisk { get; }

    /// <summary>Whether rows may be in memory.</summary>
    public bool UseMemory { get; }

    /// <summary>Whether rows may be in memory outside of the JVM's heap.</summary>
    public bool UseOffHeap { get; }

    /// <summary>Whether rows are kept as objects.</summary>
    public bool Deserialized { get; }

    /// <summary>On how many machines each row is kept.</summary>
    public int Replication { get; }

    /// <summary>The level in words: <c>Disk Memory Deserialized 1x Replicated</c>.</summary>
    public string Description()
    {
        var memory = UseMemory ? UseOffHeap ? "Memory (off heap) " : "Memory " : string.Empty;
        return $"{(UseDisk ? "Disk " : string.Empty)}{memory}{(Deserialized ? "Deserialized " : "Serialized ")}{Replication}x Replicated";
    }

    /// <summary>The level in words, as Spark prints it: <c>StorageLevel(disk, memory, deserialized, 1 replicas)</c>.</summary>
    public override string ToString()
    {
        string[] parts =
        [
            .. UseDisk ? ["disk"] : Array.Empty<string>(),
            .. UseMemory ? ["memory"] : Array.Empty<string>(),
            .. UseOffHeap ? ["offheap"] : Array.Empty<string>(),
            .. Deserialized ? ["deserialized"] : Array.Empty<string>(),
            $"{Replication} replicas",
        ];
        return $"StorageLevel({string.Join(", ", parts)})";
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StorageLevel other && other.Parts == Parts;

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.GetHashCode();

    private (bool Disk, bool Memory, bool OffHeap, bool Deserialized, int Replication) Parts =>
        (UseDisk, UseMemory, UseOffHeap, Deserialized, Replication);
}
