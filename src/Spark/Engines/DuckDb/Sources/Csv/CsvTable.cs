using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>CSV files as a table.</summary>
/// <param name="schema">All columns.</param>
/// <param name="data">Those in the files.</param>
/// <param name="partitions">Those of the folders' names.</param>
/// <param name="files">The files.</param>
/// <param name="options">How they are read.</param>
internal sealed class CsvTable(StructType schema, StructType data, StructType partitions, Seq<CsvFile> files, CsvOptions options) : FileTable
{
    public override StructType Schema => schema;

    /// <summary>The files.</summary>
    public Seq<CsvFile> Files => files;

    /// <summary>How they are read.</summary>
    public CsvOptions Options => options;

    /// <summary>The position among the columns of the files of that column of the table; -1 when it is not of the files.</summary>
    public int DataPosition(int column) => partitions.IndexOf(schema.Fields[column].Name) >= 0 ? -1 : data.IndexOf(schema.Fields[column].Name);

    /// <summary>The position among the partition columns of that column of the table; -1 when it is none.</summary>
    public int PartitionPosition(int column) => partitions.IndexOf(schema.Fields[column].Name);

    /// <summary>Whether that column of the table has the text of malformed records.</summary>
    public bool IsCorruptColumn(int column) =>
        column >= 0 && DataPosition(column) < 0 && PartitionPosition(column) < 0;

    /// <summary>What a file's folder says of a partition column, as the engine takes it.</summary>
    public object? PartitionValue(InputFile file, int position)
    {
        var field = partitions.Fields[position];
        return Engines.DuckDb.Values.ToDuckDb(PartitionText.Value(file.Partition[position], field), field.DataType);
    }

    /// <summary>How many columns the files have.</summary>
    public int DataColumns => data.Fields.Count;

    /// <summary>What converts a column of the files.</summary>
    public CsvColumn Column(int dataPosition) => CsvColumns.Of(data.Fields[dataPosition], options);

    public override ISharedScan Open(IReadOnlyList<int> columns) => new CsvScan(this, columns);
}
