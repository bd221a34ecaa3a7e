namespace SparkEtl.Spark.Sql.Catalog;

/// <summary>A database of the catalog.</summary>
public sealed class Database
{
    internal Database(string name, string description, string locationUri)
    {
        Name = name;
        Description = description;
        LocationUri = locationUri;
    }

    /// <summary>What it is for; empty when nothing was said.</summary>
    public string Description { get; }

    /// <summary>Where its tables are kept; empty when they are in memory.</summary>
    public string LocationUri { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => $"Database[name='{Name}', description='{Description}', path='{LocationUri}']";
}
