using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Aggregates;

/// <summary>The exact sum of decimals of up to 38 digits; null once it needs more.</summary>
internal static class WideSums
{
    public static AggregateKernel Create() => AggregateKernel.Of(
        () => new State(),
        (state, arguments) => state.Add((DecimalValue)arguments[0]!),
        (target, source) => target.Add(source),
        state => state.Sum is { } sum && !state.Overflowed ? sum : null);

    private sealed class State
    {
        public DecimalValue? Sum { get; private set; }

        public bool Overflowed { get; private set; }

        // Two values of at most 38 digits cannot leave 128 bits.
        public void Add(DecimalValue value)
        {
            if (!Overflowed)
            {
                var sum = (Sum?.Unscaled ?? 0) + value.Unscaled;
                Sum = value with { Unscaled = sum };
                Overflowed = DecimalMath.Fit(sum, DecimalType.MaxPrecision) is null;
            }
        }

        public void Add(State other)
        {
            if (other.Sum is { } sum)
            {
                Add(sum);
            }

            Overflowed |= other.Overflowed;
        }
    }
}
