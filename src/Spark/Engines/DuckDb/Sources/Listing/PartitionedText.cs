using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

/// <summary>A FROM item over the files of a set, with the columns of its folders' names.</summary>
/// <param name="From">The FROM item.</param>
/// <param name="Columns">The texts of the partition columns.</param>
internal sealed record PartitionedText(string From, IReadOnlyList<string> Columns)
{
    private const string Table = "r";

    /// <summary>Writes the item.</summary>
    /// <param name="files">The files, at least one.</param>
    /// <param name="function">The reading function, such as read_parquet.</param>
    /// <param name="options">Its further arguments, each with a comma before it.</param>
    /// <param name="data">The names of the columns in the files.</param>
    public static PartitionedText Write(FileSet files, string function, string options, IReadOnlyList<string> data)
    {
        var paths = SqlTexts.Files(files.Files.Select(f => f.Path));
        var columns = files.Partitions.Fields;
        if (columns.Count == 0)
        {
            return new($"{function}({paths}{options}, hive_partitioning=false) AS {Table}", []);
        }

        if (CanUseHive(files, data))
        {
            var types = string.Join(", ", columns.Select(c => $"{DuckDbDialect.QuoteText(c.Name)}: 'VARCHAR'"));
            return new(
                $"{function}({paths}{options}, hive_partitioning=true, hive_types={{{types}}}) AS {Table}",
                [.. columns.Select(c => $"CAST({Table}.{DuckDbDialect.QuoteName(c.Name)} AS {DuckDbDialect.Instance.TypeName(c.DataType)})")]);
        }

        var rows = files.Files.Select(f =>
            $"({DuckDbDialect.QuoteText(f.Path)}, {string.Join(", ", f.Partition.Select((v, i) => PartitionText.Constant(v, columns[i])))})");
        var names = columns.Select((_, i) => $"p{i}").ToList();
        return new(
            $"{function}({paths}{options}, hive_partitioning=false) AS {Table} "
            + $"JOIN (VALUES {string.Join(", ", rows)}) AS p(file, {string.Join(", ", names)}) ON {Table}.filename = p.file",
            [.. names.Select(n => $"p.{n}")]);
    }

    // The engine's own reading of folder names skips whole files under a filter, but takes every name with = in the path and casts in its own
    // way: it is used where it cannot differ.
    private static bool CanUseHive(FileSet files, IReadOnlyList<string> data)
    {
        var columns = files.Partitions.Fields;
        return columns.All(c => c.DataType is StringType or IntegerType or LongType or DateType && !data.Contains(c.Name, StringComparer.OrdinalIgnoreCase))
            && files.Files.All(f => Path.GetDirectoryName(f.Path)!.Count(c => c == '=') == columns.Count
                && !Path.GetFileName(f.Path).Contains('=', StringComparison.Ordinal)
                && f.Partition.Select((v, i) => IsPlain(v, columns[i])).All(p => p));
    }

    private static bool IsPlain(string? value, StructField column)
    {
        _ = PartitionText.Constant(value, column);
        return value is null
            || (value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
                && (column.DataType is StringType || value.All(c => char.IsAsciiDigit(c) || c == '-'))
                && (column.DataType is not DateType || value.Length == 10));
    }
}
