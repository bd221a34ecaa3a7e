namespace SparkEtl.Spark.Catalogue;

/// <summary>
/// A C# function the embedded engine calls once a row. Parameter and result types by SQL type: tinyint sbyte, smallint short, int int, bigint long,
/// float float, double double, boolean bool, string string, binary byte[], decimal Int128 (unscaled; the scale is the call site's), date int
/// (days), timestamp and day-time interval long (microseconds), year-month interval int (months); arrays object?[], maps
/// KeyValuePair&lt;object, object?&gt;[], structs object?[] in field order, their leaves boxed as above but decimals as
/// <see cref="Plan.DecimalValue"/>; <c>object</c> takes any type, boxed so.
/// Unless <see cref="SeesNulls"/>, it is not called when an argument is null: the result is null. A nullable result type may give null.
/// It raises <see cref="Sql.QueryException"/> for Spark's own errors. It must be thread-safe.
/// </summary>
/// <param name="Function">A Func of up to eight parameters.</param>
internal sealed record Kernel(Delegate Function)
{
    /// <summary>Called with nulls too: its parameters are then of nullable types.</summary>
    public bool SeesNulls { get; init; }

    /// <summary>All arguments as one object?[]: for any number of them. The function is then a Func&lt;object?[], TResult&gt;.</summary>
    public bool Variadic { get; init; }

    /// <summary>Called for every row again, even with constant arguments.</summary>
    public bool Volatile { get; init; }
}
