using System.Globalization;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Writing;

/// <summary>
/// Folders <c>name=value</c>. The engine makes them in its own spelling of a plain form of each value (days, microseconds, text); they then
/// get Spark's names.
/// </summary>
internal static class PartitionNames
{
    /// <summary>The column the engine partitions by in place of a column of the query.</summary>
    public static string Key(int position) => string.Create(CultureInfo.InvariantCulture, $"p{position}");

    /// <summary>Its text.</summary>
    public static string Text(int position, StructField field)
    {
        var column = string.Create(CultureInfo.InvariantCulture, $"c{position}");
        var text = field.DataType switch
        {
            DateType => $"CAST({column} - DATE '1970-01-01' AS VARCHAR)",
            TimestampType or TimestampNtzType => $"CAST(epoch_us({column}) AS VARCHAR)",
            StringType => $"nullif({column}, '')",
            ByteType or ShortType or IntegerType or LongType or DecimalType or BooleanType or FloatType or DoubleType => $"CAST({column} AS VARCHAR)",
            var other => throw new AnalysisException(
                "INVALID_PARTITION_COLUMN_DATA_TYPE",
                $"Found {field.Name} of the type {other.SimpleString} to partition by, expected a number, text, truth value, date or timestamp."),
        };
        return $"coalesce({text}, '{PartitionFolders.NullName}')";
    }

    /// <summary>The folder's name for a value, given its text.</summary>
    public static string Folder(StructField field, string text) =>
        $"{PartitionText.Escape(field.Name)}={(text == PartitionFolders.NullName ? text : PartitionText.Escape(Spelling(field.DataType, text)))}";

    /// <summary>Gives the folders of a written tree their names, and the files theirs.</summary>
    public static void Rename(string root, OutputColumns columns, string extension)
    {
        var number = 0;
        Rename(root, 0);

        void Rename(string folder, int depth)
        {
            if (depth == columns.Partitions.Count)
            {
                foreach (var file in Directory.GetFiles(folder))
                {
                    File.Move(file, Path.Combine(folder, PartNames.Of(number++, extension)));
                }

                return;
            }

            var prefix = Key(columns.Partitions[depth]).Length + 1;
            foreach (var inner in Directory.GetDirectories(folder))
            {
                Rename(inner, depth + 1);
                var text = Uri.UnescapeDataString(Path.GetFileName(inner)[prefix..]);
                Directory.Move(inner, Path.Combine(folder, Folder(columns.All.Fields[columns.Partitions[depth]], text)));
            }
        }
    }

    private static string Spelling(DataType type, string text) => type switch
    {
        DateType => DateTimeText.Date(int.Parse(text, CultureInfo.InvariantCulture)),
        TimestampType or TimestampNtzType => DateTimeText.Timestamp(long.Parse(text, CultureInfo.InvariantCulture)),
        FloatType => JavaNumberText.Of(float.Parse(text, CultureInfo.InvariantCulture)),
        DoubleType => JavaNumberText.Of(double.Parse(text, CultureInfo.InvariantCulture)),
        _ => text,
    };
}
