using System.Globalization;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Processing.Tests;

/// <summary>Sessions, frames and claims data that tests need and do not care about.</summary>
internal static class Some
{
    private static readonly Lazy<SparkSession> Shared = new(() => SparkSession.Builder().Config("sparketl.duckdb.threads", 2).GetOrCreate());

    /// <summary>A session of the embedded engine.</summary>
    public static SparkSession Session => Shared.Value;

    /// <summary>A frame of the given rows, written as CSV without quotes: an empty field is null.</summary>
    /// <param name="schema">Such as <c>ID bigint, NAME string</c>.</param>
    /// <param name="rows">Such as <c>1,Ada</c>.</param>
    public static DataFrame Frame(string schema, params IEnumerable<string> rows)
    {
        (string Name, string Type)[] columns = [.. Split(schema).Select(c => c.Trim().Split(' ', 2)).Select(c => (c[0], c[1]))];
        var text = new StructType(columns.Select(c => new StructField(c.Name, new StringType())));
        DataFrame frame = Session.CreateDataFrame(
            rows.Select(r => new GenericRow([.. r.Split(',').Select(f => f.Length == 0 ? null : (object)f)])), text);
        return frame.Select([.. columns.Select(c => Functions.Col(c.Name).Cast(c.Type).As(c.Name))]);
    }

    /// <summary>A frame's rows as CSV, sorted.</summary>
    public static string[] Rows(DataFrame frame) =>
        [.. frame.Collect().Select(r => string.Join(',', r.Values.Select(Text))).Order(StringComparer.Ordinal)];

    private static string? Text(object? value) => value is Timestamp { Microsecond: 0 } time
        ? time.ToDateTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Split(string schema)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < schema.Length; i++)
        {
            depth += schema[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (schema[i] == ',' && depth == 0)
            {
                yield return schema[start..i];
                start = i + 1;
            }
        }
        yield return schema[start..];
    }
}
