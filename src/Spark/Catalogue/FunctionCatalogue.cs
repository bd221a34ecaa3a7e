using System.Collections.Frozen;
using SparkEtl.Spark.Catalogue.Functions;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue;

/// <summary>Every function, by name. Built once from the families; two functions of one name are a defect found at start.</summary>
internal static class FunctionCatalogue
{
    private static readonly FrozenDictionary<string, Function> ByName = Families()
        .SelectMany(f => f.Aliases.Append(f.Name).Select(name => (name, f)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.f, StringComparer.OrdinalIgnoreCase);

    /// <summary>All functions, each once, by name.</summary>
    public static IReadOnlyList<Function> All { get; } = [.. ByName.Values.Distinct().OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>All names, aliases too.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The function of that name, or null.</summary>
    public static Function? TryFind(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The function of that name; for names the code itself writes.</summary>
    public static Function Get(string name) => TryFind(name) ?? throw new AnalysisException("UNRESOLVED_ROUTINE", $"There is no function '{name}'.");

    private static IEnumerable<Function> Families() =>
    [
        .. OperatorFunctions.All,
        .. ConditionalFunctions.All,
        .. StringFunctions.All,
        .. RegexFunctions.All,
        .. HashFunctions.All,
        .. JsonFunctions.All,
        .. DateFunctions.All,
        .. MathFunctions.All,
        .. AggregateFunctions.All,
        .. StatisticsFunctions.All,
        .. WindowFunctions.All,
        .. ArrayFunctions.All,
        .. MapFunctions.All,
        .. StructFunctions.All,
        .. HigherOrderFunctions.All,
        .. GeneratorFunctions.All,
        .. MiscFunctions.All,
    ];
}
