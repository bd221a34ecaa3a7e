using System.Globalization;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Json;

/// <summary>What is wrong with a record: where, what was found, what was expected, what to do.</summary>
internal static class JsonErrors
{
    private const string Malformed = "MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION";
    private const int LongestShown = 200;

    /// <summary>A record is no JSON object.</summary>
    public static QueryException NoRecord(RecordBatch batch) =>
        At(batch, "found a record that is no JSON object, expected an object such as {\"a\":1}, or an array of them. Correct the file, or set the option multiLine when a record has several lines.");

    /// <summary>A field is not of its type.</summary>
    public static QueryException Field(RecordBatch batch, StructField field, string found) => At(
        batch, $"found {Shorten(found)} in the field {field.Name}, expected {field.DataType.SimpleString}. Correct the file, or read the field as string.");

    /// <summary>Only the texts of malformed records are asked for.</summary>
    public static AnalysisException OnlyCorrupt(string column) => new(
        "UNSUPPORTED_FEATURE.QUERY_ONLY_CORRUPT_RECORD_COLUMN",
        $"Found only the column {column} asked of JSON files, expected at least one of their fields beside it: which records are malformed depends on the fields that are read. Cache the DataFrame with all of its columns, and select then.");

    private static QueryException At(RecordBatch batch, string what) =>
        new(Malformed, string.Create(CultureInfo.InvariantCulture, $"{batch.File.Path}({batch.Line}): {what}"));

    private static string Shorten(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "...";
}
