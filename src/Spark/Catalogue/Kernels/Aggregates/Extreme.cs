using SparkEtl.Spark.Catalogue.Kernels.Nested;

namespace SparkEtl.Spark.Catalogue.Kernels.Aggregates;

/// <summary>Smallest and largest values in Spark's order, and the values beside them.</summary>
internal static class Extreme
{
    /// <summary>The smallest or largest value.</summary>
    public static AggregateKernel Of(bool largest) => AggregateKernel.Of(
        () => new State(),
        (state, arguments) => state.Take(arguments[0], arguments[0]!, largest),
        (target, source) => target.Take(source, largest),
        state => state.Value);

    /// <summary>The first argument where the second is smallest or largest: of rows that tie, the last.</summary>
    public static AggregateKernel By(bool largest) => AggregateKernel.Of(
        () => new State(),
        (state, arguments) =>
        {
            if (arguments[1] is { } key)
            {
                state.Take(arguments[0], key, largest);
            }
        },
        (target, source) => target.Take(source, largest),
        state => state.Value,
        seesNulls: true);

    private sealed class State
    {
        private object? key;

        public object? Value { get; private set; }

        public void Take(State other, bool largest)
        {
            if (other.key is not null)
            {
                Take(other.Value, other.key, largest);
            }
        }

        public void Take(object? value, object newKey, bool largest)
        {
            var order = key is null ? 0 : ValueComparer.Instance.Compare(newKey, key);
            if (largest ? order >= 0 : order <= 0)
            {
                key = newKey;
                Value = value;
            }
        }
    }
}
