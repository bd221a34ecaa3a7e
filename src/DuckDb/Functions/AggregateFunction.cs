namespace SparkEtl.DuckDb;

/// <summary>
/// A function of groups of rows. Calls come from several threads at once, each with states of its own. After an exception the state
/// gets no more rows, and the query fails with the exception's message when that state would be completed. Unless it <see cref="HandlesNull"/>, rows in which an argument is null are left out.
/// <para>Of the two kinds, <see cref="ObjectAggregate{TState}"/> keeps an object a group, <see cref="ValueAggregate{TState}"/> a value
/// without an object, which suits sums and counts over many groups.</para>
/// </summary>
public abstract record AggregateFunction
{
    private protected AggregateFunction(string name, IReadOnlyList<DuckDbType> arguments, DuckDbType result)
    {
        Name = name;
        Arguments = arguments;
        Result = result;
    }

    /// <summary>Its name in SQL, without regard to case. Several may share it with other arguments.</summary>
    public string Name { get; }

    /// <summary>Types of its arguments.</summary>
    public IReadOnlyList<DuckDbType> Arguments { get; }

    /// <summary>Type of its result.</summary>
    public DuckDbType Result { get; }

    /// <summary>Whether it sees rows with null arguments.</summary>
    public bool HandlesNull { get; init; }

    /// <summary>Bytes of a group's state in the library's memory, apart from what precedes every state.</summary>
    internal abstract int StateSize { get; }

    /// <summary>Whether a state is a handle that must be freed.</summary>
    internal abstract bool OwnsStates { get; }

    internal abstract void InitialiseState(nint state);

    /// <summary>Adds consecutive rows of one group to its state.</summary>
    internal abstract void UpdateState(nint state, DataChunk input, int start, int end);

    internal abstract void CombineStates(nint target, nint source);

    internal abstract void CompleteState(nint state, Vector output, int row);
}
