using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Json;

/// <summary>JSON files as a table.</summary>
internal sealed class JsonTable : FileTable
{
    private readonly FileSet files;

    /// <summary>A table.</summary>
    /// <param name="schema">All columns.</param>
    /// <param name="files">The files.</param>
    /// <param name="options">How they are read.</param>
    public JsonTable(StructType schema, FileSet files, JsonOptions options)
    {
        (Schema, this.files, Options) = (schema, files, options);

        // A type that JSON does not have is told before anything is read.
        _ = new JsonRecords(new StructType(schema.Fields.Where(f => files.Partitions.IndexOf(f.Name) < 0)), options);
    }

    public override StructType Schema { get; }

    /// <summary>Records without fields are rows too.</summary>
    public override bool IsEmpty => false;

    /// <summary>How the files are read.</summary>
    public JsonOptions Options { get; }

    /// <summary>The columns of the folders' names.</summary>
    public StructType Partitions => files.Partitions;

    public override ISharedScan Open(IReadOnlyList<int> columns)
    {
        var data = columns.Where(c => c >= 0 && Partitions.IndexOf(Schema.Fields[c].Name) < 0).ToList();
        return data is [var only] && Schema.Fields[only].Name == Options.CorruptColumn
            ? throw JsonErrors.OnlyCorrupt(Options.CorruptColumn)
            : new RecordScan(files.Files, Options.Form, scan => new JsonPart(scan, this, columns));
    }
}
