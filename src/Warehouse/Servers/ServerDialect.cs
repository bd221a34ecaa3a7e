using System.Text;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Warehouse.Servers;

/// <summary>What differs between the servers that results are published in.</summary>
internal abstract class ServerDialect
{
    /// <summary>The product's name.</summary>
    public abstract string Product { get; }

    /// <summary>The most bytes a name may have.</summary>
    public abstract int LongestName { get; }

    /// <summary>Whether staging tables live and die in the publishing transaction: nothing is left of a run that ends in the middle.</summary>
    public abstract bool StagesInTransaction { get; }

    /// <summary>A name as the server keeps it.</summary>
    public abstract string Fold(string name);

    /// <summary>A name in a statement.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The column type for values of a type; null when the server has none.</summary>
    /// <param name="type">The type.</param>
    /// <param name="bytes">For text: how many bytes of UTF-8 the longest value has; null when that is not known.</param>
    public abstract string? TypeName(DataType type, int? bytes);

    /// <summary>Whether values of a type can be put into a column of an existing table.</summary>
    /// <param name="type">The type.</param>
    /// <param name="found">The column's type, in the server's words.</param>
    public abstract bool Accepts(DataType type, string found);

    /// <summary>What to order text by so that it comes byte by byte.</summary>
    public abstract string OrderKey(string quoted, DataType type);

    /// <summary>The statement that keeps other writers away from a table while its rows are replaced, readers not; null where there is none.</summary>
    public abstract string? LockAgainstWriters(string table);

    /// <summary>Keeps a second run of the same pipeline waiting until this connection ends, or this transaction.</summary>
    /// <exception cref="WarehouseException">The other run took longer than this one waits.</exception>
    public abstract Task LockAsync(ServerConnection connection, string schema, RunRecord run, CancellationToken cancellation);

    /// <summary>Removes the staging tables of runs that ended in the middle.</summary>
    public abstract Task DropLeftoversAsync(ServerConnection connection, string schema, CancellationToken cancellation);

    /// <summary>The statement that ends the connections an engine has under a name, and has what they were writing taken back.</summary>
    public virtual string EndConnections(string application) => throw new NotSupportedException($"No engine writes to {Product}.");

    /// <summary>Puts rows into an empty table.</summary>
    public abstract Task<LoadedRows> LoadAsync(
        ServerConnection connection, string table, IReadOnlyList<ServerColumn> columns, IEnumerable<object?[]> rows, CancellationToken cancellation);

    /// <summary>Removes what lies outside of the server, when the transaction has ended, either way.</summary>
    public virtual Task EndAsync() => Task.CompletedTask;

    /// <summary>A table in a statement.</summary>
    public static string Named(string schema, string table) => $"{Quote(schema)}.{Quote(table)}";

    /// <summary>The columns of a table to publish.</summary>
    /// <exception cref="WarehouseException">A name or a type that the server does not have.</exception>
    public IReadOnlyList<ServerColumn> Columns(PublishedTable table)
    {
        CheckName("table", table.Name);
        if (table.Schema.Fields.Count == 0)
        {
            throw new WarehouseException($"The table {table.Name} has no column, expected at least one. Select what to publish.");
        }

        var columns = new List<ServerColumn>();
        foreach (var field in table.Schema.Fields)
        {
            CheckName("column", field.Name);
            var name = Fold(field.Name);
            if (columns.Any(c => c.Name == name))
            {
                throw new WarehouseException($"The table {table.Name} has two columns {name}, and {Product} tells them apart no more than that. Give one of them another name with Alias or WithColumnRenamed.");
            }

            columns.Add(TypeName(field.DataType, null) is null
                ? throw new WarehouseException($"The column {field.Name} of the table {table.Name} is of the type {field.DataType.SimpleString}, which {Product} has no column for. {Instead(field.DataType)}")
                : new ServerColumn(name, field.DataType));
        }

        return columns;
    }

    private static string Instead(DataType type) => type switch
    {
        ArrayType or MapType or StructType => "Publish its parts as columns of their own (explode, col.field), or as text with to_json.",
        BinaryType => "Publish it as text with base64 or hex.",
        NullType => "Cast it to the type it is meant to have.",
        _ => "Cast it to a type that can be published, such as string.",
    };

    private void CheckName(string what, string name)
    {
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal))
        {
            throw new WarehouseException($"A {what} to publish has the name '{name.Replace("\0", "\\0", StringComparison.Ordinal)}', which {Product} does not take. Give it another.");
        }

        if (Encoding.UTF8.GetByteCount(name) is var bytes && bytes > LongestName)
        {
            throw new WarehouseException($"The {what} name '{name}' has {bytes} bytes, {Product} takes at most {LongestName}. Give it a shorter one.");
        }

        if (what == "table" && Fold(name).StartsWith(ServerNames.Mark, StringComparison.Ordinal))
        {
            throw new WarehouseException($"The table name '{name}' begins with {ServerNames.Mark}, as those of the tables that publishing itself keeps. Give it another.");
        }
    }
}
