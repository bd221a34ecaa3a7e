namespace SparkEtl.DuckDb;

/// <summary>Adds rows to a group's state in place.</summary>
/// <typeparam name="TState">A group's state.</typeparam>
/// <param name="state">The state.</param>
/// <param name="input">The arguments' columns.</param>
/// <param name="start">The first row.</param>
/// <param name="end">The row after the last.</param>
public delegate void ValueAggregateUpdate<TState>(ref TState state, DataChunk input, int start, int end)
    where TState : unmanaged;
