using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Parquet;

/// <summary>The columns of a set of Parquet files.</summary>
/// <param name="Columns">All of them, those of the first file first.</param>
/// <param name="Where">The files, for messages.</param>
internal sealed record ParquetSchema(IReadOnlyList<ParquetColumn> Columns, string Where)
{
    /// <summary>Asks the files.</summary>
    public static ParquetSchema Read(DuckDbConnection connection, FileSet files, CancellationToken cancellation)
    {
        var where = files.Paths.ToString();
        var union = files.Files.Count > 1 ? ", union_by_name=true" : "";
        var sql = $"SELECT * FROM read_parquet({SqlTexts.Files(files.Files.Select(f => f.Path))}, hive_partitioning=false{union})";
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var statement = connection.Prepare(sql);
            var notes = ParquetNotes.Read(connection, files.Files[0].Path, cancellation);
            return new ParquetSchema(
                [.. statement.Columns.Select(c => new ParquetColumn(c.Name, c.Type, notes.TypeOf(c.Name, TypeMapping.FromDuckDb(c.Type, $"the column {c.Name} of {where}"))))], where);
        }
        catch (DuckDbException e)
        {
            throw new QueryException("FAILED_READ_FILE", $"The Parquet files of {where} cannot be read: {e.Detail}", e);
        }
    }

    /// <summary>The column of that name, letters' case ignored.</summary>
    public ParquetColumn? Find(string name) => Columns.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>As a schema.</summary>
    public StructType ToStruct() => new(Columns.Select(c => new StructField(c.Name, c.Type)));
}
