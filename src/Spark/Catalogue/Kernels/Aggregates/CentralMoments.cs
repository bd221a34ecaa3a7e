namespace SparkEtl.Spark.Catalogue.Kernels.Aggregates;

/// <summary>
/// Count, mean, and the sums of the powers of the deviations from it, kept up to date row by row: numerically stable, and in the same order of
/// operations as Spark, so that the last digits agree.
/// </summary>
internal sealed class CentralMoments
{
    private double mean;

    public double Count { get; private set; }

    /// <summary>Sum of the squares of the deviations.</summary>
    public double M2 { get; private set; }

    public double M3 { get; private set; }

    public double M4 { get; private set; }

    /// <summary>An aggregate of one double, from its moments; not called for an empty group, which gives null.</summary>
    public static AggregateKernel Of(Func<CentralMoments, double?> finish, int argument = 0) => AggregateKernel.Of(
        () => new CentralMoments(),
        (state, arguments) => state.Add((double)arguments[argument]!),
        (target, source) => target.Add(source),
        state => state.Count == 0 ? null : finish(state));

    private void Add(double value)
    {
        Count += 1;
        var delta = value - mean;
        var deltaN = delta / Count;
        mean += deltaN;
        M2 += delta * (delta - deltaN);

        var (square, squareN) = (delta * delta, deltaN * deltaN);
        M3 = M3 - (3.0 * deltaN * M2) + (delta * (square - squareN));
        M4 = M4 - (4.0 * deltaN * M3) - (6.0 * squareN * M2) + (delta * ((delta * square) - (deltaN * squareN)));
    }

    private void Add(CentralMoments other)
    {
        var (n1, n2) = (Count, other.Count);
        var n = n1 + n2;
        var delta = other.mean - mean;
        var deltaN = n == 0 ? 0 : delta / n;
        var m2 = M2 + other.M2 + (delta * deltaN * n1 * n2);
        var m3 = M3 + other.M3 + (deltaN * deltaN * delta * n1 * n2 * (n1 - n2)) + (3.0 * deltaN * ((n1 * other.M2) - (n2 * M2)));
        M4 = M4 + other.M4
            + (deltaN * deltaN * deltaN * delta * n1 * n2 * ((n1 * n1) - (n1 * n2) + (n2 * n2)))
            + (6.0 * deltaN * deltaN * ((n1 * n1 * other.M2) + (n2 * n2 * M2)))
            + (4.0 * deltaN * ((n1 * other.M3) - (n2 * M3)));
        M3 = m3;
        M2 = m2;
        mean += deltaN * n2;
        Count = n;
    }
}
