namespace SparkEtl.Spark.Sql.Catalog;

/// <summary>A function of the catalog.</summary>
public sealed class Function
{
    internal Function(string name, string? description, string className)
    {
        Name = name;
        Description = description;
        ClassName = className;
    }

    /// <summary>The database it is in; always null, as every function is built in.</summary>
    public string? Database => null;

    /// <summary>What it does; null when nothing is said.</summary>
    public string? Description { get; }

    /// <summary>Whether it is in no database: always so, as every function is built in.</summary>
    public bool IsTemporary => true;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What stands for the class that Spark runs: the family of the function.</summary>
    public string ClassName { get; }

    /// <inheritdoc/>
    public override string ToString() => $"Function[name='{Name}', className='{ClassName}', isTemporary='true']";
}
