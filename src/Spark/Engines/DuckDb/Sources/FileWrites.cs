using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Writing;
using SparkEtl.Spark.Engines.DuckDb.Sources.Json;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Engines.DuckDb.Sources.Parquet;
using SparkEtl.Spark.Engines.DuckDb.Sources.Text;
using SparkEtl.Spark.Engines.DuckDb.Sources.Writing;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.DuckDb.Sources;

/// <summary>Writes of files.</summary>
internal static class FileWrites
{
    /// <summary>Writes the rows of a query, all or nothing.</summary>
    /// <param name="connection">Where the query runs.</param>
    /// <param name="sql">The query; its columns are named c0, c1, ... by position.</param>
    /// <param name="columns">The columns' names and types.</param>
    /// <param name="request">Format, folder, mode, partitions, options.</param>
    /// <param name="announce">Told each statement before it runs.</param>
    /// <param name="cancellation">Stops it; nothing is left behind.</param>
    public static void Write(
        DuckDbConnection connection,
        string sql,
        Seq<Plan.Expressions.Attribute> columns,
        WriteRequest request,
        Action<string> announce,
        CancellationToken cancellation)
    {
        if (request.Path is not { } path)
        {
            throw new RefusedException("Writing a table", "the embedded engine writes files; give a path.");
        }

        var output = OutputColumns.Of(columns, request);
        var options = new ReadOptions(request.Format, request.Options);
        Action<string> write = request.Format switch
        {
            "parquet" => ParquetWrites.Writer(connection, sql, output, options, announce, cancellation),
            "csv" => CsvWrites.Writer(connection, sql, output, options, announce, cancellation),
            "json" => JsonWrites.Writer(connection, sql, output, options, announce, cancellation),
            "text" => TextWrites.Writer(connection, sql, output, options, announce, cancellation),
            var other => throw Formats.Refused(other, "written"),
        };
        OutputFolder.Write(LocalPath.Of(path), request.Mode, write, cancellation);
    }
}
