using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb;

/// <summary>An aggregate function that keeps an object a group, created when the group's first row comes.</summary>
/// <typeparam name="TState">A group's state.</typeparam>
public sealed unsafe record ObjectAggregate<TState> : AggregateFunction
    where TState : class
{
    private readonly Func<TState> create;
    private readonly Action<TState, DataChunk, int, int> update;
    private readonly Action<TState, TState> combine;
    private readonly Action<TState, Vector, int> complete;

    /// <summary>Creates the function.</summary>
    /// <param name="name">Its name in SQL.</param>
    /// <param name="arguments">Types of its arguments.</param>
    /// <param name="result">Type of its result.</param>
    /// <param name="create">Makes the state of a group without rows.</param>
    /// <param name="update">Adds the input's rows from (with) to (without) to a state; a grouped query passes few at a time.</param>
    /// <param name="combine">Adds the second state to the first. The second must stay as it is and share nothing that changes.</param>
    /// <param name="complete">Writes a state's result into a row of the output. May be called again after more rows came.</param>
    public ObjectAggregate(
        string name,
        IReadOnlyList<DuckDbType> arguments,
        DuckDbType result,
        Func<TState> create,
        Action<TState, DataChunk, int, int> update,
        Action<TState, TState> combine,
        Action<TState, Vector, int> complete)
        : base(name, arguments, result)
    {
        this.create = create;
        this.update = update;
        this.combine = combine;
        this.complete = complete;
    }

    internal override int StateSize => sizeof(nint);

    internal override bool OwnsStates => true;

    internal override void InitialiseState(nint state) => *(nint*)state = 0;

    internal override void UpdateState(nint state, DataChunk input, int start, int end) => update(StateAt(state), input, start, end);

    internal override void CombineStates(nint target, nint source)
    {
        if (*(nint*)source != 0)
            combine(StateAt(target), StateAt(source));
    }

    internal override void CompleteState(nint state, Vector output, int row) => complete(StateAt(state), output, row);

    private TState StateAt(nint state)
    {
        nint* slot = (nint*)state;
        if (*slot == 0)
            *slot = CallbackHandle.Create(create());
        return (TState)GCHandle.FromIntPtr(*slot).Target!;
    }
}
