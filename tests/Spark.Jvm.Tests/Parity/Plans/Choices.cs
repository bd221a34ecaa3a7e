namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>Decisions taken from a list of numbers. When it is used up the first alternative is taken, so a shorter list makes a simpler plan.</summary>
internal sealed class Choices(IReadOnlyList<int> numbers)
{
    private const int Most = 200;

    private int at;

    /// <summary>Numbers for one plan.</summary>
    public static int[] Random(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Most).Select(_ => random.Next(10_000))];
    }

    /// <summary>A number below <paramref name="count"/>.</summary>
    public int Next(int count) => at < numbers.Count && count > 1 ? numbers[at++] % count : 0;

    public T Of<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    public bool Maybe() => Next(2) == 1;

    /// <summary>True, but for one time in many, and when the list is used up.</summary>
    public bool Usually() => Next(12) > 0;

    /// <summary>True once in so many times.</summary>
    public bool Rarely(int times) => Next(times) == times - 1;
}
