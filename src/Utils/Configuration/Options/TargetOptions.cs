namespace SparkEtl.Utils.Configuration.Options;

/// <summary>The section <c>target</c>: where the results go.</summary>
[Kind("duckdb", typeof(DuckDbTargetOptions))]
[Kind("postgres", typeof(PostgresTargetOptions))]
[Kind("redshift", typeof(RedshiftTargetOptions))]
public abstract record TargetOptions
{
    /// <summary>The schema that holds the result tables. Default: the database's own (main in DuckDB, public elsewhere).</summary>
    public string? Schema { get; init; }
}
