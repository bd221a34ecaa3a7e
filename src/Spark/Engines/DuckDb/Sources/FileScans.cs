using System.Runtime.CompilerServices;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Engines.DuckDb.Sources.Csv;
using SparkEtl.Spark.Engines.DuckDb.Sources.Json;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Engines.DuckDb.Sources.Parquet;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Engines.DuckDb.Sources.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources;

/// <summary>Reads of files. Which files a read has is settled when it is described, as in Spark: files that come later are not part of it.</summary>
internal sealed class FileScans
{
    private readonly Func<DuckDbConnection> connect;
    private readonly FileTables tables = new();

    // A source is a leaf of plans and lives as long as they do.
    private readonly ConditionalWeakTable<FileSource, FileRead> reads = [];

    /// <summary>Reads over a database.</summary>
    /// <param name="connect">Connects to it.</param>
    public FileScans(Func<DuckDbConnection> connect)
    {
        this.connect = connect;
        using var connection = connect();
        tables.Register(connection);
    }

    /// <summary>The schema of a read: the one given, or what the files say. Any value may be missing.</summary>
    public StructType Describe(FileSource source, CancellationToken cancellation)
    {
        using var connection = connect();
        var read = Open(connection, source, cancellation);
        reads.AddOrUpdate(source, read);
        return NullableTypes.Of(read.Schema);
    }

    /// <summary>How a read is written in SQL.</summary>
    public ScanText Text(FileSource source, Seq<Plan.Expressions.Attribute> columns)
    {
        if (!reads.TryGetValue(source, out var read))
        {
            using var connection = connect();
            read = Open(connection, source, CancellationToken.None);
            reads.AddOrUpdate(source, read);
        }

        var positions = columns.Map(c => read.Schema.IndexOf(c.Name));
        return new ScanText($"({read.Query})", table => positions.Map(p => $"{table}.{FileRead.Column(p)}"));
    }

    private FileRead Open(DuckDbConnection connection, FileSource source, CancellationToken cancellation)
    {
        var options = new ReadOptions(source.Format, source.Options);
        FileSet List() => FileListing.List(source.Paths, options, source.Schema);
        return source.Format switch
        {
            "parquet" => ParquetReads.Open(connection, List(), source.Schema, cancellation),
            "csv" => Read(List(), source, f => CsvReads.Open(f, options, source.Schema, cancellation)),
            "json" => Read(List(), source, f => JsonReads.Open(f, options, source.Schema, cancellation)),
            "text" => Read(List(), source, f => TextReads.Open(f, options, source.Schema)),
            var other => throw Formats.Refused(other, "read"),
        };
    }

    private FileRead Read(FileSet files, FileSource source, Func<FileSet, FileTable?> open)
    {
        if (open(files) is not { } table || table.IsEmpty)
        {
            return FileRead.Empty(source.Schema is { } schema ? files.Columns(schema, schema) : new StructType([]));
        }

        return FileRead.Select(table.Schema, tables.Add(table, files.Paths.ToString()), (_, i) => FileRead.Column(i)) with { Table = table };
    }
}
