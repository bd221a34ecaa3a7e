using System.Globalization;
using System.Runtime.CompilerServices;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Catalogue;

/// <summary>
/// What the embedded engine answers to queries without tables, written as in a list of Spark's results: types, a tab, each row in parentheses with
/// values as quoted text (null bare, arrays [..], structs (..), maps {..}); or ERROR, a tab, and the class of the error.
/// </summary>
internal sealed class Answers : IDisposable
{
    // One thread, so that aggregates see rows in the order they are written.
    private readonly DuckDbEngine engine = new(new DuckDbEngineOptions { Threads = 1 });

    /// <summary>The lines of a file beside the caller, without those that start with #: a query, then what Spark answers.</summary>
    public static IEnumerable<TestCaseData> Expected(string file, [CallerFilePath] string caller = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(caller)!, file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t', 2))
            .Select(cells => new TestCaseData(cells[0], cells[1]).SetArgDisplayNames(cells[0]));

    public string To(string query)
    {
        try
        {
            var plan = new QueryBinder(new NoTables()).Bind(SparkSqlParser.ParseQuery(query));
            using var run = engine.Run(plan, CancellationToken.None);
            var rows = new List<string>();
            while (run.NextRows() is { } chunk)
            {
                rows.AddRange(chunk.Select(row => $"({string.Join(",", row.Select((v, i) => Show(v, run.Schema.Fields[i].DataType)))})"));
            }

            return $"{string.Join(",", run.Schema.Fields.Select(f => f.DataType.SimpleString))}\t{string.Join(' ', rows)}";
        }
        catch (SparkSqlException e)
        {
            return $"ERROR\t{e.ErrorClass}";
        }
    }

    public void Dispose() => engine.Dispose();

    private static string Show(object? value, DataType type) => (value, type) switch
    {
        (null, _) => "null",
        (object?[] items, ArrayType a) => $"[{string.Join(",", items.Select(i => Show(i, a.ElementType)))}]",
        (object?[] fields, StructType s) => $"({string.Join(",", fields.Select((f, i) => Show(f, s.Fields[i].DataType)))})",
        (KeyValuePair<object, object?>[] entries, MapType m) =>
            $"{{{string.Join(",", entries.Select(e => $"{Show(e.Key, m.KeyType)}:{Show(e.Value, m.ValueType)}"))}}}",
        _ => $"\"{Text(value, type).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
    };

    private static string Text(object value, DataType type) => (value, type) switch
    {
        (bool b, _) => b ? "true" : "false",
        (int days, DateType) => DateTimeText.Date(days),
        (long micros, TimestampType or TimestampNtzType) =>
            DateTime.UnixEpoch.AddTicks(micros * 10).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        (byte[] bytes, _) => Convert.ToHexString(bytes),
        (double d, _) => JavaNumberText.Of(d),
        (float f, _) => JavaNumberText.Of(f),
        (IFormattable f, _) => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private sealed class NoTables : ITableResolver
    {
        public IEnumerable<string> Names => [];

        public Relation? Resolve(Seq<string> name) => null;
    }
}
