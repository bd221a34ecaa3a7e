using System.Buffers;
using System.Text;
using SparkEtl.DuckDb;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Writing;

/// <summary>
/// The files of text in a folder: one, or one for each combination of the partition columns' values. However many they are, no more than
/// some are open and no more than some rows are in memory.
/// </summary>
internal sealed class PartFiles : IDisposable
{
    private const int BlockSize = 1 << 20;
    private const int MostInMemory = 1 << 26;
    private const int MostOpen = 200;

    private readonly string root;
    private readonly OutputColumns columns;
    private readonly string extension;
    private readonly TextPacking packing;
    private readonly byte[] head;
    private readonly Dictionary<string, PartFile> files = new(StringComparer.Ordinal);
    private readonly string?[] last;
    private PartFile? current;
    private long inMemory;
    private int open;

    /// <summary>Files in a folder.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="columns">The columns; without partition columns there is one file, even without rows.</param>
    /// <param name="extension">Of the format, with its point.</param>
    /// <param name="packing">How files are encoded and packed.</param>
    /// <param name="head">UTF-8 of what each file begins with.</param>
    public PartFiles(string root, OutputColumns columns, string extension, TextPacking packing, ReadOnlySpan<byte> head)
    {
        this.root = root;
        this.columns = columns;
        this.extension = extension + packing.Suffix;
        this.packing = packing;
        this.head = head.ToArray();
        last = new string?[columns.Partitions.Count];
        if (columns.Partitions.Count == 0)
        {
            current = Create(root);
        }
    }

    /// <summary>The file for a row.</summary>
    /// <param name="chunk">Rows of a query whose columns behind those in the files are <see cref="PartitionNames.Text"/> of the partition columns.</param>
    /// <param name="row">The row.</param>
    public PartFile For(DataChunk chunk, int row)
    {
        if (current is not null && IsLast(chunk, row))
        {
            return current;
        }

        for (var i = 0; i < last.Length; i++)
        {
            last[i] = chunk[columns.Data.Count + i].GetString(row);
        }

        var folder = Path.Combine([root, .. last.Select((text, i) => PartitionNames.Folder(columns.All.Fields[columns.Partitions[i]], text!))]);
        if (!files.TryGetValue(folder, out current))
        {
            Directory.CreateDirectory(folder);
            current = Create(folder);
        }

        return current;
    }

    /// <summary>Whether all rows go into one file.</summary>
    public bool IsOne => last.Length == 0;

    /// <summary>Adds rows to a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rows">UTF-8 of whole rows.</param>
    public void Add(PartFile file, ReadOnlySpan<byte> rows)
    {
        file.Rows.Write(rows);
        Added(file, rows.Length);
    }

    /// <summary>Rows were added to a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bytes">How many bytes.</param>
    public void Added(PartFile file, int bytes)
    {
        inMemory += bytes;
        if (file.Rows.WrittenCount >= BlockSize)
        {
            Flush(file);
        }
        else if (inMemory >= MostInMemory)
        {
            foreach (var each in files.Values.Where(f => f.Rows.WrittenCount > 0))
            {
                Flush(each);
            }
        }
    }

    /// <summary>All rows were added.</summary>
    public void Complete()
    {
        foreach (var file in files.Values)
        {
            Flush(file);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in files.Values)
        {
            file.Dispose();
        }
    }

    private bool IsLast(DataChunk chunk, int row)
    {
        for (var i = 0; i < last.Length; i++)
        {
            if (!Matches(chunk[columns.Data.Count + i].GetBytes(row), last[i]!))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Matches(ReadOnlySpan<byte> bytes, string text) =>
        bytes.Length >= text.Length && (bytes.Length == text.Length && Ascii.Equals(bytes, text) || Encoding.UTF8.GetString(bytes) == text);

    private PartFile Create(string folder)
    {
        var file = new PartFile(Path.Combine(folder, PartNames.Of(files.Count, extension)), packing);
        files.Add(folder, file);
        file.Rows.Write(head);
        inMemory += head.Length;
        return file;
    }

    private void Flush(PartFile file)
    {
        if (!file.IsOpen && open++ == MostOpen)
        {
            foreach (var other in files.Values)
            {
                other.Close();
            }

            open = 1;
        }

        inMemory -= file.Rows.WrittenCount;
        file.Flush();
    }
}
