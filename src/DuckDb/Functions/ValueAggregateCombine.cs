namespace SparkEtl.DuckDb;

/// <summary>Adds one group's state to another's in place.</summary>
/// <typeparam name="TState">A group's state.</typeparam>
/// <param name="target">The state that grows.</param>
/// <param name="source">The state that is added.</param>
public delegate void ValueAggregateCombine<TState>(ref TState target, in TState source)
    where TState : unmanaged;
