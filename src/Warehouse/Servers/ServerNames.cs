using System.Globalization;

namespace SparkEtl.Warehouse.Servers;

/// <summary>Names of the tables that publishing keeps beside the results. All begin with the same mark; none is a result.</summary>
internal static class ServerNames
{
    /// <summary>What the names of all of them begin with.</summary>
    public const string Mark = "_sparketl_";

    /// <summary>The runs whose results were made visible.</summary>
    public const string Ledger = Mark + "runs";

    /// <summary>A table that is only there to be locked, where the server has no other locks.</summary>
    public const string Lock = Mark + "lock";

    private const string StagingMark = Mark + "staging_";
    private const int RunDigits = 32;

    /// <summary>A staging table of a run. It does not hold the table's name, which may be as long as names can be.</summary>
    public static string Staging(Guid run, int number) => string.Create(CultureInfo.InvariantCulture, $"{StagingMark}{run:N}_{number}");

    /// <summary>The name under which an engine's connections of a run are known to the server.</summary>
    public static string Application(Guid run) => $"sparketl {run:N}";

    /// <summary>The run that a staging table is of; null for another table.</summary>
    public static Guid? RunOfStaging(string table) =>
        table.StartsWith(StagingMark, StringComparison.Ordinal)
        && table.Length > StagingMark.Length + RunDigits + 1
        && table[StagingMark.Length + RunDigits] == '_'
        && int.TryParse(table.AsSpan(StagingMark.Length + RunDigits + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && Guid.TryParseExact(table.AsSpan(StagingMark.Length, RunDigits), "N", out var run)
            ? run
            : null;
}
