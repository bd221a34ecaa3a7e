namespace SparkEtl.Spark.Sql;

/// <summary>
/// Something that is valid Spark and that this engine, or this project, refuses by name rather than doing it differently.
/// The message says what to do instead.
/// </summary>
public sealed class RefusedException : SparkSqlException
{
    /// <summary>Creates the refusal.</summary>
    /// <param name="what">The function, clause, option or type that is refused.</param>
    /// <param name="reason">Why, and what to do instead.</param>
    public RefusedException(string what, string reason)
        : base("UNSUPPORTED_FEATURE", $"{what} is not supported here: {reason}", null)
    {
        What = what;
    }

    /// <summary>The function, clause, option or type that is refused.</summary>
    public string What { get; }
}
