using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Files;

/// <summary>Rows to write, and how to read them.</summary>
/// <param name="Name">What is particular about it.</param>
/// <param name="Format">csv, json, parquet, text.</param>
/// <param name="Rows">The rows, as a query.</param>
internal sealed record FileCase(string Name, string Format, string Rows)
{
    /// <summary>Options of the writer: <c>key=value</c>, separated by bars.</summary>
    public string WriteOptions { get; init; } = "";

    /// <summary>Options of the reader; those of the writer come first.</summary>
    public string ReadOptions { get; init; } = "";

    /// <summary>The columns to read, as DDL; null to have them told from the files.</summary>
    public string? Schema { get; init; }

    /// <summary>Columns that become folders.</summary>
    public Seq<string> PartitionBy { get; init; } = [];

    public override string ToString() => $"{Format}, {Name}";

    /// <summary>Options as the engines take them.</summary>
    public static Seq<KeyValuePair<string, string>> Parse(params string[] options) => options
        .SelectMany(o => o.Split('|', StringSplitOptions.RemoveEmptyEntries)).Select(o => o.Split('=', 2))
        .GroupBy(o => o[0].ToLowerInvariant(), o => o[1]).Select(o => KeyValuePair.Create(o.Key, o.Last())).ToSeq();
}
