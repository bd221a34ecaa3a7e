namespace SparkEtl.Spark.Catalogue;

/// <summary>An aggregate written in C#: a state a group, types of values as for <see cref="Kernel"/>.</summary>
internal abstract class AggregateKernel
{
    /// <summary>Whether rows with a null argument are given to <see cref="Update"/>.</summary>
    public bool SeesNulls { get; init; }

    /// <summary>A new, empty state.</summary>
    public abstract object Create();

    /// <summary>Takes one row in; boxed arguments.</summary>
    public abstract void Update(object state, ReadOnlySpan<object?> arguments);

    /// <summary>Takes another state of the same group in.</summary>
    public abstract void Combine(object target, object source);

    /// <summary>The group's value, or null.</summary>
    public abstract object? Finish(object state);

    /// <summary>Makes one from functions over boxed arguments.</summary>
    public static AggregateKernel Of<TState>(
        Func<TState> create, RowUpdate<TState> update, Action<TState, TState> combine, Func<TState, object?> finish, bool seesNulls = false)
        where TState : class => new BoxedAggregate<TState>(create, update, combine, finish) { SeesNulls = seesNulls };

    /// <summary>Takes one row into a state.</summary>
    internal delegate void RowUpdate<in TState>(TState state, ReadOnlySpan<object?> arguments);

    private sealed class BoxedAggregate<TState>(
        Func<TState> create, RowUpdate<TState> update, Action<TState, TState> combine, Func<TState, object?> finish) : AggregateKernel
        where TState : class
    {
        public override object Create() => create();

        public override void Update(object state, ReadOnlySpan<object?> arguments) => update((TState)state, arguments);

        public override void Combine(object target, object source) => combine((TState)target, (TState)source);

        public override object? Finish(object state) => finish((TState)state);
    }
}
