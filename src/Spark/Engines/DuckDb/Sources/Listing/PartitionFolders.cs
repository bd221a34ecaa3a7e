using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

/// <summary>The columns that folders <c>name=value</c> give, and each file's values.</summary>
/// <param name="Schema">The columns, outermost folder first.</param>
/// <param name="Values">By file, in the order of the columns.</param>
internal sealed record PartitionFolders(StructType Schema, IReadOnlyDictionary<string, Seq<string?>> Values)
{
    /// <summary>The folder of rows whose value is null.</summary>
    public const string NullName = "__HIVE_DEFAULT_PARTITION__";

    /// <summary>Reads the folders' names.</summary>
    /// <param name="files">Each file with the folder below which names count.</param>
    /// <param name="schema">The user's schema: its types are used where it names such a column, else types are told from the values.</param>
    public static PartitionFolders Of(IReadOnlyList<(string File, string Root)> files, StructType? schema)
    {
        var segments = files.Select(f => (f.File, Folders: Segments(f.File, f.Root))).ToList();
        if (segments.FirstOrDefault(s => s.Folders.Count > 0) is not ({ } sample, { } expected))
        {
            return new PartitionFolders(new StructType([]), new Dictionary<string, Seq<string?>>());
        }

        foreach (var (file, folders) in segments)
        {
            if (!folders.Select(f => f.Name).SequenceEqual(expected.Select(e => e.Name), StringComparer.Ordinal))
            {
                throw new AnalysisException(
                    "CONFLICTING_PARTITION_COLUMN_NAMES",
                    $"Found the partition folders {Names(expected)} at {sample} but {Names(folders)} at {file}, expected the same below all. Read the folders one by one, or move the file.");
            }
        }

        var fields = expected.Select((e, i) => Field(e.Name, [.. segments.Select(s => s.Folders[i].Value)], schema)).ToList();
        return new PartitionFolders(
            new StructType(fields),
            segments.ToDictionary(s => s.File, s => s.Folders.Select(f => f.Value == NullName ? null : PartitionText.Unescape(f.Value)).ToSeq(), StringComparer.Ordinal));
    }

    private static StructField Field(string escaped, List<string> values, StructType? schema)
    {
        var name = PartitionText.Unescape(escaped);
        return schema?.IndexOf(name) is >= 0 and var i
            ? new StructField(schema.Fields[i].Name, schema.Fields[i].DataType)
            : new StructField(name, PartitionText.TypeOf(values));
    }

    private static string Names(List<(string Name, string Value)> folders) =>
        folders.Count == 0 ? "none" : string.Join('/', folders.Select(f => f.Name));

    // From the file upwards: folders without = are passed over until the first that has one, and end the search after it.
    private static List<(string Name, string Value)> Segments(string file, string root)
    {
        var found = new List<(string, string)>();
        for (var folder = Path.GetDirectoryName(file); folder is not null && folder.Length > root.Length && folder != root; folder = Path.GetDirectoryName(folder))
        {
            var name = Path.GetFileName(folder);
            var equals = name.IndexOf('=', StringComparison.Ordinal);
            if (equals == name.Length - 1 && equals > 0)
            {
                throw new AnalysisException(
                    "INVALID_PARTITION_VALUE", $"Found the folder {folder}, expected a value after the =. Rename it; {NullName} stands for null.");
            }

            if (equals > 0)
            {
                found.Insert(0, (name[..equals], name[(equals + 1)..]));
            }
            else if (found.Count > 0)
            {
                break;
            }
        }

        return found;
    }
}
