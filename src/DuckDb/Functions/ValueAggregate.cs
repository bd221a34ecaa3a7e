namespace SparkEtl.DuckDb;

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
}
