using System.Globalization;

namespace SparkEtl.Warehouse.Servers;

/// <summary>The staging table that an engine appends to. Its columns have names of their own, so that any name of a result can be published.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Name">The table.</param>
/// <param name="Application">What the engine's connections call themselves, so that they can be ended.</param>
internal sealed record EngineTable(string Schema, string Name, string Application)
{
    /// <summary>The name of a column, by its place from 0.</summary>
    public static string Column(int place) => string.Create(CultureInfo.InvariantCulture, $"c{place}");
}
