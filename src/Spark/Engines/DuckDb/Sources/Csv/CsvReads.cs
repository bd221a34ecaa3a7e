using System.Text;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>Reads of CSV files.</summary>
internal static class CsvReads
{
    /// <summary>Settles a read.</summary>
    public static FileRead Open(DuckDbConnection connection, FileSet files, ReadOptions options, StructType? schema, CancellationToken cancellation)
    {
        if (files.Files.Count == 0)
        {
            return schema is null ? throw files.CannotInfer() : FileRead.Empty(schema);
        }

        var headers = files.Files.Map(f => Header(f.Path));
        var all = files.WithPartitions(schema ?? new StructType(headers[0].Select(h => new StructField(h, SqlTypes.String))));
        var parts = files.Files.Select((f, i) => (f, h: headers[i])).GroupBy(p => string.Join('\u0001', p.h)).Select(g =>
        {
            var header = g.First().h;
            var some = files with { Files = [.. g.Select(p => p.f)] };
            var columns = string.Join(", ", header.Select((_, i) => $"'c{i}': 'VARCHAR'"));
            var text = PartitionedText.Write(
                some, "read_csv", $", auto_detect=false, header=true, delim=',', quote='\"', escape='\"', nullstr='', columns={{{columns}}}, strict_mode=true", []);
            return FileRead.Select(all, text.From, field =>
            {
                if (files.Partitions.IndexOf(field.Name) is >= 0 and var p)
                {
                    return text.Columns[p];
                }

                var at = Array.FindIndex(header, h => h.Equals(field.Name, StringComparison.OrdinalIgnoreCase));
                if (at < 0)
                {
                    throw new QueryException("MALFORMED_RECORD_IN_PARSING", $"Found the columns {string.Join(", ", header)} in {some.Files[0].Path}, expected {field.Name}.");
                }

                return CsvFailures.Cast(at, field.Name, field.DataType);
            }).Query;
        });
        cancellation.ThrowIfCancellationRequested();
        return new FileRead(all, string.Join(" UNION ALL ", parts));
    }

    private static string[] Header(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        if (reader.Peek() < 0)
        {
            throw new QueryException("MALFORMED_RECORD_IN_PARSING", $"{path}(1): the file is empty; expected a line with the names of the columns.");
        }

        return [.. (reader.ReadLine() ?? "").Split(',').Select(n => n.Trim('"'))];
    }
}
