namespace SparkEtl.Utils.Configuration.Options;

/// <summary>The section <c>engine</c>: what runs the pipelines.</summary>
[Kind("duckdb", typeof(DuckDbEngineOptions))]
[Kind("spark", typeof(SparkEngineOptions))]
public abstract record EngineOptions;
