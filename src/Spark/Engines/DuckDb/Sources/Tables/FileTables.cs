using System.Collections.Concurrent;
using System.Globalization;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Dialects.DuckDb;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

/// <summary>
/// The tables that statements name by number: <c>spark_files(7, '/landing/claims.csv')</c>. A table is known as long as its read is; the
/// path is there for whoever reads the statement.
/// </summary>
internal sealed class FileTables
{
    /// <summary>The function's name.</summary>
    public const string Function = "spark_files";

    // Counting rows asks for the first column, so it is one that costs nothing.
    private static readonly DuckDbColumn Mark = new("mark", DuckDbType.Boolean);

    private readonly ConcurrentDictionary<long, WeakReference<FileTable>> known = new();
    private long numbers;

    /// <summary>Makes the function known to the database.</summary>
    public void Register(DuckDbConnection connection) =>
        connection.RegisterTable(new SharedTableFunction(Function, [DuckDbType.BigInt, DuckDbType.Varchar], Bind));

    /// <summary>A FROM item that gives the table's rows, its columns named f0, f1, ...</summary>
    public string Add(FileTable table, string paths)
    {
        foreach (var (old, reference) in known)
        {
            if (!reference.TryGetTarget(out _))
            {
                known.TryRemove(old, out _);
            }
        }

        var number = Interlocked.Increment(ref numbers);
        known[number] = new WeakReference<FileTable>(table);
        return $"{Function}({number.ToString(CultureInfo.InvariantCulture)}, {DuckDbDialect.QuoteText(paths)})";
    }

    private SharedTableSource Bind(IReadOnlyList<object?> arguments)
    {
        if (arguments is not [long number, _] || !known.TryGetValue(number, out var reference) || !reference.TryGetTarget(out var table))
        {
            throw new DefectException($"The statement names the files {arguments[0]}, which nobody reads any more.");
        }

        DuckDbColumn[] columns = [Mark, .. table.Schema.Fields.Select((f, i) => new DuckDbColumn(FileRead.Column(i), TypeMapping.ToDuckDb(f.DataType)))];
        return new SharedTableSource(columns, wanted => table.Open([.. wanted.Select(w => w - 1 is >= 0 and var column ? column : -1)]));
    }
}
