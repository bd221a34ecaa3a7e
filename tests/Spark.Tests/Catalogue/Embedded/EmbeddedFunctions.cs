using System.Globalization;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Catalogue.Embedded;

/// <summary>
/// What functions of the catalogue give on the embedded engine. Values are shown as in a list of Spark's results: <c>null</c>, numbers and text as
/// they are, <c>[..]</c> arrays, <c>(..)</c> structs, <c>{k:v}</c> maps, dates and timestamps in ISO form.
/// </summary>
internal sealed class EmbeddedFunctions : IDisposable
{
    private readonly DuckDbDatabase database = DuckDbDatabase.Open(new DuckDbOptions { Threads = 1, PreserveInsertionOrder = true });
    private readonly DuckDbConnection connection;
    private readonly KernelRegistration kernels;

    public EmbeddedFunctions()
    {
        connection = database.Connect();
        kernels = new KernelRegistration(connection);
    }

    /// <summary>The value of an expression without columns.</summary>
    public string Value(Expression expression) => Query(expression, string.Empty).Single();

    /// <summary>The values of an expression over rows, whose columns are named a, b, c and so on; an aggregate gives one value.</summary>
    public IReadOnlyList<string> Over(Expression expression, params IReadOnlyList<Literal[]> rows)
    {
        var text = new EmbeddedText(kernels);
        var values = string.Join(", ", rows.Select(r => $"({string.Join(", ", r.Select(text.Visit))})"));
        var columns = string.Join(", ", rows[0].Select((_, i) => (char)('a' + i)));
        return Query(expression, $" FROM (VALUES {values}) t({columns})");
    }

    /// <summary>Spark's class of the error that evaluation ends with.</summary>
    public string Error(Expression expression, params IReadOnlyList<Literal[]> rows)
    {
        try
        {
            _ = rows.Count == 0 ? Value(expression) : string.Join(' ', Over(expression, rows));
        }
        catch (DuckDbException e) when (e.InnerException is QueryException q)
        {
            return q.ErrorClass;
        }

        return "no error";
    }

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    private List<string> Query(Expression expression, string from)
    {
        var sql = $"SELECT {new EmbeddedText(kernels).Visit(expression)}{from}";
        var rows = new List<string>();
        using var result = connection.Query(sql);
        while (result.NextChunk() is { } chunk)
        {
            for (var row = 0; row < chunk.RowCount; row++)
            {
                rows.Add(Show(KernelRegistration.FromDuck(chunk[0].GetValue(row)), expression.Type));
            }
        }

        var columns = connection.Query($"SELECT typeof(x) FROM (SELECT {new EmbeddedText(kernels).Visit(expression)} AS x{from}) LIMIT 1");
        using (columns)
        {
            if (columns.NextChunk() is { RowCount: > 0 } chunk)
            {
                Assert.That(chunk[0].GetString(0), Is.EqualTo(EmbeddedText.TypeName(expression.Type)).Or.EqualTo("\"NULL\""), $"type of {sql}");
            }
        }

        return rows;
    }

    private static string Show(object? value, DataType type) => (value, type) switch
    {
        (null, _) => "null",
        (bool b, _) => b ? "true" : "false",
        (int days, DateType) => DateOnly.FromDayNumber(days + 719162).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (long micros, TimestampType or TimestampNtzType) => DateTime.UnixEpoch.AddTicks(micros * 10).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        (byte[] bytes, _) => Convert.ToHexString(bytes),
        (object?[] items, ArrayType a) => $"[{string.Join(",", items.Select(i => Show(i, a.ElementType)))}]",
        (object?[] fields, StructType s) => $"({string.Join(",", fields.Select((f, i) => Show(f, s.Fields[i].DataType)))})",
        (KeyValuePair<object, object?>[] entries, MapType m) =>
            $"{{{string.Join(",", entries.Select(e => $"{Show(e.Key, m.KeyType)}:{Show(e.Value, m.ValueType)}"))}}}",
        (double d, _) => Shown(d),
        (float f, _) => Shown(f),
        (IFormattable f, _) => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Shown(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && !text.Contains('.', StringComparison.Ordinal) && !text.Contains('E', StringComparison.Ordinal) ? text + ".0" : text;
    }
}
