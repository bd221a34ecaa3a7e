using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Text;

/// <summary>Files of text as a table.</summary>
internal sealed class TextTable(StructType schema, FileSet files, RecordForm form) : FileTable
{
    public override StructType Schema => schema;

    public override ISharedScan Open(IReadOnlyList<int> columns) => new RecordScan(
        files.Files,
        form,
        scan => new TextPart(scan, form, files.Partitions, [.. columns.Select(c => c < 0 ? -2 : files.Partitions.IndexOf(schema.Fields[c].Name))]));
}
