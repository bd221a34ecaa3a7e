namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>The shortest list of numbers that still fails, found by leaving numbers out and making them smaller.</summary>
internal static class Shrinking
{
    /// <summary>Numbers from which nothing more can be taken away, or what was found after so many tries.</summary>
    public static int[] Smallest(int[] failing, Func<int[], bool> fails, int tries)
    {
        var smallest = failing;
        var shrunk = true;
        while (shrunk && tries > 0)
        {
            shrunk = false;
            foreach (var candidate in Candidates(smallest))
            {
                if (tries-- <= 0)
                {
                    break;
                }

                if (fails(candidate))
                {
                    smallest = candidate;
                    shrunk = true;
                    break;
                }
            }
        }

        return smallest;
    }

    // The largest cuts first.
    private static IEnumerable<int[]> Candidates(int[] numbers)
    {
        for (var length = numbers.Length; length > 0; length /= 2)
        {
            for (var end = numbers.Length; end >= length; end -= length)
            {
                yield return [.. numbers[..(end - length)], .. numbers[end..]];
            }
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            foreach (var smaller in new[] { 0, numbers[i] / 2, numbers[i] - 1 }.Where(n => n < numbers[i] && n >= 0).Distinct())
            {
                yield return [.. numbers[..i], smaller, .. numbers[(i + 1)..]];
            }
        }
    }
}
