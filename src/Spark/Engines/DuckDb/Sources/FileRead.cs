using System.Globalization;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources;

/// <summary>A read that is settled.</summary>
/// <param name="Schema">Its columns.</param>
/// <param name="Query">A SELECT that gives them, named f0, f1, ... by position and of the types that stand for theirs.</param>
internal sealed record FileRead(StructType Schema, string Query)
{
    /// <summary>The files that are read in C#; they are known to the engine as long as this is.</summary>
    public FileTable? Table { get; init; }

    /// <summary>The name of a column of <see cref="Query"/>.</summary>
    public static string Column(int position) => string.Create(CultureInfo.InvariantCulture, $"f{position}");

    /// <summary>A read over a FROM item.</summary>
    /// <param name="schema">Its columns.</param>
    /// <param name="from">The FROM item.</param>
    /// <param name="text">The text of a column over it.</param>
    public static FileRead Select(StructType schema, string from, Func<StructField, int, string> text) => new(
        schema,
        schema.Fields.Count == 0 ? $"SELECT 1 FROM {from}" : $"SELECT {string.Join(", ", schema.Fields.Select((f, i) => $"{text(f, i)} AS {Column(i)}"))} FROM {from}");

    /// <summary>A read without rows.</summary>
    public static FileRead Empty(StructType schema) =>
        Select(schema, "(SELECT 1 WHERE false)", (f, _) => $"CAST(NULL AS {DuckDbDialect.Instance.TypeName(f.DataType)})");
}
