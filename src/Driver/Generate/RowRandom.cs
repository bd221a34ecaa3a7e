namespace SparkEtl.Driver.Generate;

/// <summary>
/// SplitMix64 started from a hash of (seed, stream, number): every row has its own sequence, so rows can be made in any order, by any
/// number of workers, in any format, and are always the same.
/// </summary>
internal struct RowRandom
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private ulong _state;

    private RowRandom(ulong state) => _state = state;

    /// <summary>The sequence of one row.</summary>
    /// <param name="seed">The user's seed.</param>
    /// <param name="stream">What the numbers are for: a table, or an aspect of it.</param>
    /// <param name="number">Number of the row.</param>
    public static RowRandom For(long seed, ulong stream, long number) =>
        new(Mix(Mix(Mix((ulong)seed) ^ (stream * Gamma)) + ((ulong)number * 0xD1342543DE82EF95)));

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        _state += Gamma;
        return Mix(_state);
    }

    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    public long Below(long bound) => (long)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>True in <paramref name="perMille"/> of a thousand calls.</summary>
    public bool Chance(int perMille) => Below(1000) < perMille;

    /// <summary>One of the values.</summary>
    public string Pick(string[] values) => values[Below(values.Length)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
