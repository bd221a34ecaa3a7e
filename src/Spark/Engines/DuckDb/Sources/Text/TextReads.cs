using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Text;

/// <summary>Settles reads of text: a row a line, or a row a file, in one column.</summary>
internal static class TextReads
{
    private static readonly StructType Value = new([new StructField("value", SqlTypes.String)]);

    /// <summary>Settles a read.</summary>
    public static FileTable Open(FileSet files, ReadOptions options, StructType? schema)
    {
        var form = new RecordForm(RecordForm.EndOf(options), options.Flag("wholetext", false), null);
        var data = files.DataColumns(schema ?? Value);
        if (data.Fields is not [{ DataType: StringType }])
        {
            throw new AnalysisException(
                "UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE", $"Found the schema {data.SimpleString} for text, expected one column of the type string. Leave the schema out, or read the files as csv or json.");
        }

        files = files with { Files = files.Files.Where(f => f.Length > 0).ToSeq() };
        return new TextTable(files.Columns(schema, data), files, form);
    }
}
