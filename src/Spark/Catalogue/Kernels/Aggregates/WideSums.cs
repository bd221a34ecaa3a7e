using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Catalogue.Kernels.Aggregates;

/// <summary>The exact sum of decimals of up to 38 digits; null when it needs more.</summary>
internal static class WideSums
{
    private static readonly Int128 Limit = Int128.Parse("1" + new string('0', 38), System.Globalization.CultureInfo.InvariantCulture);

    public static AggregateKernel Create() => AggregateKernel.Of(
        () => new State(),
        (state, arguments) => state.Add((DecimalValue)arguments[0]!),
        (target, source) => target.Add(source),
        state => state.Sum is { } sum && !state.Overflowed ? new DecimalValue(sum, state.Scale) : null);

    private sealed class State
    {
        public Int128? Sum { get; private set; }

        public int Scale { get; private set; }

        public bool Overflowed { get; private set; }

        public void Add(DecimalValue value)
        {
            Scale = value.Scale;
            Add(value.Unscaled);
        }

        public void Add(State other)
        {
            if (other.Sum is { } sum)
            {
                Scale = other.Scale;
                Add(sum);
            }

            Overflowed |= other.Overflowed;
        }

        // Two values below the limit of 38 digits cannot leave 128 bits.
        private void Add(Int128 unscaled)
        {
            Sum = Overflowed ? unscaled : (Sum ?? 0) + unscaled;
            Overflowed |= Int128.Abs(Sum.Value) >= Limit;
        }
    }
}
