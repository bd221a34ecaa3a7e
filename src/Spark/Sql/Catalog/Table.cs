namespace SparkEtl.Spark.Sql.Catalog;

/// <summary>A table or view of the catalog.</summary>
public sealed class Table
{
    internal Table(string name, string? database, string? description, string tableType, bool isTemporary)
    {
        Name = name;
        Database = database;
        Description = description;
        TableType = tableType;
        IsTemporary = isTemporary;
    }

    /// <summary>The database it is in; null for a temporary view.</summary>
    public string? Database { get; }

    /// <summary>What it is for; null when nothing was said.</summary>
    public string? Description { get; }

    /// <summary>Whether it goes with the session.</summary>
    public bool IsTemporary { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary><c>TEMPORARY</c>, <c>MANAGED</c>, <c>EXTERNAL</c> or <c>VIEW</c>.</summary>
    public string TableType { get; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"Table[name='{Name}', {(Database is null ? string.Empty : $"database='{Database}', ")}tableType='{TableType}', isTemporary='{(IsTemporary ? "true" : "false")}']";
}
