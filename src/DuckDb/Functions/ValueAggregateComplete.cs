namespace SparkEtl.DuckDb;

/// <summary>Writes a group's result.</summary>
/// <typeparam name="TState">A group's state.</typeparam>
/// <param name="state">The state.</param>
/// <param name="output">The result's column.</param>
/// <param name="row">The row to write.</param>
public delegate void ValueAggregateComplete<TState>(in TState state, Vector output, int row)
    where TState : unmanaged;
