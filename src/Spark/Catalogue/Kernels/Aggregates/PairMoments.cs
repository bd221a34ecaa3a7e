namespace SparkEtl.Spark.Catalogue.Kernels.Aggregates;

/// <summary>Means, squared deviations and co-deviation of pairs of doubles, in the same order of operations as Spark.</summary>
internal sealed class PairMoments
{
    public double Count { get; private set; }

    public double MeanX { get; private set; }

    public double MeanY { get; private set; }

    /// <summary>Sum of the products of the deviations.</summary>
    public double Co { get; private set; }

    public double SquaresX { get; private set; }

    public double SquaresY { get; private set; }

    /// <summary>As <see cref="SquaresX"/>, by the operations of a variance, whose last digits may differ.</summary>
    public double M2X { get; private set; }

    /// <summary>An aggregate of two doubles, x then y; an empty group gives null.</summary>
    public static AggregateKernel Of(Func<PairMoments, double?> finish) => Of(finish, x: 0);

    /// <summary>An aggregate of two doubles, y then x, as those of linear regression are written.</summary>
    public static AggregateKernel OfRegression(Func<PairMoments, double?> finish) => Of(finish, x: 1);

    private static AggregateKernel Of(Func<PairMoments, double?> finish, int x) => AggregateKernel.Of(
        () => new PairMoments(),
        (state, arguments) => state.Add((double)arguments[x]!, (double)arguments[1 - x]!),
        (target, source) => target.Add(source),
        state => state.Count == 0 ? null : finish(state));

    private void Add(double x, double y)
    {
        Count += 1;
        var (dx, dy) = (x - MeanX, y - MeanY);
        M2X += dx * (dx - (dx / Count));
        MeanX += dx / Count;
        MeanY += dy / Count;
        Co += dx * (y - MeanY);
        SquaresX += dx * (x - MeanX);
        SquaresY += dy * (y - MeanY);
    }

    private void Add(PairMoments other)
    {
        var (n1, n2) = (Count, other.Count);
        var n = n1 + n2;
        var (dx, dy) = (other.MeanX - MeanX, other.MeanY - MeanY);
        var (dxN, dyN) = n == 0 ? (0, 0) : (dx / n, dy / n);
        MeanX += dxN * n2;
        MeanY += dyN * n2;
        Co = Co + other.Co + (dx * dyN * n1 * n2);
        M2X = M2X + other.M2X + (dx * dxN * n1 * n2);
        SquaresX = SquaresX + other.SquaresX + (dx * dxN * n1 * n2);
        SquaresY = SquaresY + other.SquaresY + (dy * dyN * n1 * n2);
        Count = n;
    }
}
