namespace SparkEtl.Warehouse.Servers;

/// <summary>What text a server cannot hold, found before it is sent.</summary>
internal static class TextLimits
{
    /// <summary>Refuses a text with U+0000.</summary>
    /// <exception cref="WarehouseException">It has one.</exception>
    public static void Check(string text, ServerColumn column, long row, string product)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new WarehouseException(
                $"Row {row} has a text with the character U+0000 in the column {column.Name}, which {product} cannot hold. "
                + $"Take it out before publishing: regexp_replace({column.Name}, '\\\\u0000', ''). The published tables are as they were.");
        }
    }
}
