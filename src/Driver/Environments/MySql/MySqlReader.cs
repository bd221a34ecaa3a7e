using System.Globalization;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Driver.Environments.MySql;

/// <summary>Reads tables of MySQL through Spark: each row by one statement, in parallel by ranges of its ID.</summary>
internal sealed class MySqlReader(EnvironmentSession environment) : IMySqlReader
{
    private readonly MySqlServer server = new(environment);
    private readonly Dictionary<string, DataFrame> frames = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables() => [.. server.Catalogue().Select(t => t.Name)];

    // Spark itself reads only the columns that are used.
    /// <inheritdoc/>
    public DataFrame Read(string name, IReadOnlyCollection<string>? columns)
    {
        var table = server.Find(name);
        if (!frames.TryGetValue(table.Name, out var frame))
        {
            frame = Read(table, Scan(table));
            frames.Add(table.Name, frame);
        }

        return frame;
    }

    // A server's collation may take 'PAID' and 'paid ' for one value, so that a condition on a text must not become the server's.
    // Spark gives a server conditions on plain columns only; to replace nothing leaves the text as it is, without a copy.
    private static DataFrame Read(MySqlTable table, DataFrame scan) => scan.Select(
    [
        .. scan.Schema().Fields.Select(f =>
        {
            var name = MySqlTable.Quote(f.Name);
            return table.IsTime(f.Name) ? Functions.Expr($"timestamp'1970-01-01 00:00:00' + cast({name} as interval hour to second)").As(f.Name)
                : f.DataType is StringType ? Functions.Expr($"replace({name}, '', '')").As(f.Name)
                : Functions.Col(name);
        }),
    ]);

    private DataFrame Scan(MySqlTable table)
    {
        var (way, parallelism) = server.Connection;
        var reader = environment.Session.Read().Format("jdbc");
        foreach (var (key, value) in way.Options)
        {
            reader.Option(key, value);
        }

        reader.Option("url", way.Url).Option("driver", way.Driver).Option("dbtable", MySqlTable.Quote(table.Name)).Option("fetchsize", server.Options.FetchSize);
        if (table.CustomSchema is { } schema)
        {
            reader.Option("customSchema", schema);
        }

        if (table.PartitionColumn is { } column && Bounds(table.Name, column) is { } bounds)
        {
            var parts = (int)Int128.Min(server.Options.Partitions ?? parallelism, (Int128)bounds.Last - bounds.First + 1);
            if (parts > 1)
            {
                // Spark gives the first part everything below its end, and the nulls; the last one everything above its start.
                reader.Option("partitionColumn", column).Option("lowerBound", bounds.First).Option("upperBound", bounds.Last).Option("numPartitions", parts);
            }
        }

        return reader.Load();
    }

    // A few negative IDs, which are mistakes, would stretch the range until one part holds nearly every row.
    private (long First, long Last)? Bounds(string table, string column)
    {
        var name = MySqlTable.Quote(column);
        return server.Ask($"SELECT MIN({name}), MAX({name}) FROM {MySqlTable.Quote(table)} WHERE {name} >= 0") is [[{ } first, { } last]]
            ? (Clamped(first), Clamped(last))
            : null;
    }

    private static long Clamped(string number) => (long)Int128.Min(Int128.Parse(number, CultureInfo.InvariantCulture), long.MaxValue);
}
