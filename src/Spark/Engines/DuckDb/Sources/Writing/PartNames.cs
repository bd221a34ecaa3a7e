using System.Globalization;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Writing;

/// <summary>The names of the files in a folder: as Spark names them, never twice.</summary>
internal static class PartNames
{
    /// <summary>A new name.</summary>
    /// <param name="number">The file's number.</param>
    /// <param name="extension">With its point.</param>
    public static string Of(int number, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"part-{number:D5}-{Guid.NewGuid()}-c000{extension}");
}
