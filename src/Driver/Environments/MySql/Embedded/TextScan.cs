using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.Jvm.Databases;

namespace SparkEtl.Driver.Environments.MySql.Embedded;

/// <summary>Hands rows of texts to DuckDB as they come.</summary>
internal sealed class TextScan(MySqlTexts texts) : ITableScan
{
    /// <summary>What ended it before its end: the engine tells it in words of its own.</summary>
    public DatabaseException? Failure { get; private set; }

    /// <inheritdoc/>
    public int Fill(DataChunk output)
    {
        try
        {
            var rows = 0;
            while (rows < DataChunk.Capacity && texts.Next() is { } row)
            {
                for (var column = 0; column < row.Length; column++)
                {
                    if (row[column] is { } text)
                    {
                        output[column].SetString(rows, text);
                    }
                    else
                    {
                        output[column].SetNull(rows);
                    }
                }

                rows++;
            }

            return rows;
        }
        catch (DatabaseException e)
        {
            Failure = e;
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
