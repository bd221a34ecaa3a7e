namespace SparkEtl.DuckDb;

/// <summary>
/// A function of rows, written over whole columns: one call for up to 2048 rows. Calls come from several threads at once. The input
/// is flat: every argument has a value of its own in every row, also where all rows share one. An exception ends the query with its
/// message.
/// <para>
/// Unless it <see cref="HandlesNull"/>, rows in which an argument is null are null in the output before the call, may hold anything
/// in the input, and are to be skipped (<c>output.IsNull(row)</c>); a chunk of only such rows is not passed at all.
/// </para>
/// </summary>
/// <param name="Name">Its name in SQL, without regard to case. Several may share it with other arguments.</param>
/// <param name="Arguments">Types of its arguments; DuckDB casts to them where it casts by itself.</param>
/// <param name="Result">Type of its result.</param>
/// <param name="Body">Reads the arguments' columns, writes the result's.</param>
public sealed record ScalarFunction(
    string Name, IReadOnlyList<DuckDbType> Arguments, DuckDbType Result, Action<DataChunk, Vector> Body)
{
    /// <summary>Whether the same arguments may give another result: such a function is called for every row and never ahead.</summary>
    public bool IsVolatile { get; init; }

    /// <summary>Whether the body sees rows with null arguments and decides what they give.</summary>
    public bool HandlesNull { get; init; }

    /// <summary>Type of any number of further arguments; null for none.</summary>
    public DuckDbType? Varargs { get; init; }
}
