namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>The simplest list of numbers that still fails: most of them nought, for which the simplest alternative is taken, or left out.</summary>
internal static class Shrinking
{
    /// <summary>Numbers from which nothing more can be taken away, or what was found after so many tries.</summary>
    public static int[] Smallest(int[] failing, Func<int[], bool> fails, int tries)
    {
        var smallest = failing;
        var before = Array.Empty<int>();
        while (tries > 0 && !smallest.SequenceEqual(before))
        {
            before = smallest;

            // The largest parts first.
            for (var length = before.Length; length > 0; length /= 2)
            {
                for (var start = (smallest.Length - 1) / length * length; start >= 0; start -= length)
                {
                    Try(Without(smallest, start, length));
                }
            }

            for (var i = 0; i < smallest.Length; i++)
            {
                Try(With(smallest, i, smallest[i] / 2));
                Try(With(smallest, i, smallest[i] - 1));
                Try([.. smallest[..Math.Min(i, smallest.Length)], .. smallest[Math.Min(i + 1, smallest.Length)..]]);
            }
        }

        return smallest;

        void Try(int[] candidate)
        {
            // After the last number all are nought.
            var trimmed = candidate[..(Array.FindLastIndex(candidate, n => n != 0) + 1)];
            if (!trimmed.SequenceEqual(smallest) && tries-- > 0 && fails(trimmed))
            {
                smallest = trimmed;
            }
        }
    }

    private static int[] Without(int[] numbers, int start, int length) => [.. numbers.Select((n, i) => i >= start && i < start + length ? 0 : n)];

    private static int[] With(int[] numbers, int index, int number) => [.. numbers.Select((n, i) => i == index ? Math.Max(number, 0) : n)];
}
