namespace SparkEtl.DuckDb;

/// <summary>Adds rows to a group's state in place.</summary>
/// <typeparam name="TState">A group's state.</typeparam>
/// <param name="state">The state.</param>
/// <param name="input">The arguments' columns.</param>
/// <param name="start">The first row.</param>
/// <param name="end">The row after the last.</param>
public delegate void ValueAggregateUpdate<TState>(ref TState state, DataChunk input, int start, int end)
    where TState : unmanaged;

/// <summary>Adds one group's state to another's in place.</summary>
/// <typeparam name="TState">A group's state.</typeparam>
/// <param name="target">The state that grows.</param>
/// <param name="source">The state that is added.</param>
public delegate void ValueAggregateCombine<TState>(ref TState target, in TState source)
    where TState : unmanaged;

/// <summary>Writes a group's result.</summary>
/// <typeparam name="TState">A group's state.</typeparam>
/// <param name="state">The state.</param>
/// <param name="output">The result's column.</param>
/// <param name="row">The row to write.</param>
public delegate void ValueAggregateComplete<TState>(in TState state, Vector output, int row)
    where TState : unmanaged;

/// <summary>An aggregate function whose state lies in DuckDB's memory: no object a group, nothing to free.</summary>
/// <typeparam name="TState">A group's state; all zero for a group without rows.</typeparam>
public sealed unsafe record ValueAggregate<TState> : AggregateFunction
    where TState : unmanaged
{
    private readonly ValueAggregateUpdate<TState> update;
    private readonly ValueAggregateCombine<TState> combine;
    private readonly ValueAggregateComplete<TState> complete;

    /// <summary>Creates the function.</summary>
    /// <param name="name">Its name in SQL.</param>
    /// <param name="arguments">Types of its arguments.</param>
    /// <param name="result">Type of its result.</param>
    /// <param name="update">Adds rows to a state; a grouped query passes few at a time.</param>
    /// <param name="combine">Adds one state to another.</param>
    /// <param name="complete">Writes a state's result. May be called again after more rows came.</param>
    public ValueAggregate(
        string name,
        IReadOnlyList<DuckDbType> arguments,
        DuckDbType result,
        ValueAggregateUpdate<TState> update,
        ValueAggregateCombine<TState> combine,
        ValueAggregateComplete<TState> complete)
        : base(name, arguments, result)
    {
        this.update = update;
        this.combine = combine;
        this.complete = complete;
    }

    internal override int StateSize => sizeof(TState);

    internal override bool OwnsStates => false;

    internal override void InitialiseState(nint state) => *(TState*)state = default;

    internal override void UpdateState(nint state, DataChunk input, int start, int end) => update(ref *(TState*)state, input, start, end);

    internal override void CombineStates(nint target, nint source) => combine(ref *(TState*)target, in *(TState*)source);

    internal override void CompleteState(nint state, Vector output, int row) => complete(in *(TState*)state, output, row);

    internal override void FreeState(nint state)
    {
    }
}
