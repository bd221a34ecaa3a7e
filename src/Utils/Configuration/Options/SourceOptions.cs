namespace SparkEtl.Utils.Configuration.Options;

/// <summary>The section <c>source</c>: where the tables are read from.</summary>
[Kind("files", typeof(FilesSourceOptions))]
[Kind("mysql", typeof(MySqlSourceOptions))]
public abstract record SourceOptions;
