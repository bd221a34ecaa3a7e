namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>What ends the lines of a file.</summary>
internal enum LineEnds
{
    /// <summary>A line feed. A carriage return is a character of a value.</summary>
    Feed,

    /// <summary>Carriage return and line feed, which in quotes become one line feed.</summary>
    ReturnFeed,

    /// <summary>A carriage return, which in quotes becomes a line feed.</summary>
    Return,
}
