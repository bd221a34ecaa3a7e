using SparkEtl.Processing.Claims.Options;
using SparkEtl.Processing.Pipelines;

namespace SparkEtl.Processing.Claims.Preprocessing;

/// <summary>The options of the claims job with every table and column found. What only the data can tell, the expressions, is checked later.</summary>
internal sealed class ClaimsSettings
{
    private readonly Dictionary<string, List<Rule>> rules = ClaimsTables.Names.ToDictionary(t => t, _ => new List<Rule>());
    private readonly List<Backfill> backfills = [];
    private readonly HashSet<string> ignored = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> problems = [];

    /// <summary>Checks the options.</summary>
    /// <exception cref="PipelineException">They do not fit the tables; every problem is listed.</exception>
    public ClaimsSettings(ClaimsOptions options)
    {
        for (int i = 0; i < options.Rules.Count; i++)
            Add(options.Rules[i], $"claims.rules[{i}]");
        for (int i = 0; i < options.Backfills.Count; i++)
            Add(options.Backfills[i], $"claims.backfills[{i}]");
        foreach (string column in options.Ignore)
            Ignore(column);
        Output = options.Output;
        PartitionBy = [.. options.PartitionBy.Select(c => OfAnyTable(c, "claims.partition_by")).OfType<string>().Distinct()];
        if (problems.Count > 0)
        {
            throw new PipelineException(
                problems.Count == 1 ? problems[0] : $"The settings of the claims job do not fit its tables:\n  {string.Join("\n  ", problems)}");
        }
    }

    /// <summary>All backfills, in the order in which they run.</summary>
    public IReadOnlyList<Backfill> Backfills => backfills;

    /// <summary>The folder of the cleaned tables, or null.</summary>
    public string? Output { get; }

    /// <summary>The columns that the cleaned tables are partitioned by.</summary>
    public IReadOnlyList<string> PartitionBy { get; }

    /// <summary>The rules of a table, in order.</summary>
    public IReadOnlyList<Rule> Rules(string table) => rules[table];

    /// <summary>The backfills of a table, in order.</summary>
    public IReadOnlyList<Backfill> BackfillsOf(string table) => [.. backfills.Where(b => b.Table == table)];

    /// <summary>The columns of a table that must not all be null.</summary>
    public IEnumerable<string> NotAllNull(string table) => ClaimsTables.Columns(table).Select(c => c.Name).Where(c => !ignored.Contains(c));

    private void Add(RuleOptions rule, string key)
    {
        if (Table(rule.Table, key) is not { } table)
            return;
        if (string.IsNullOrWhiteSpace(rule.Expression))
            problems.Add($"{key}: the rule '{rule.Name}' of {table} has no expression.");
        else if (rules[table].Exists(r => r.Name == rule.Name))
            problems.Add($"{key}: {table} has another rule named '{rule.Name}'; the report could not tell them apart.");
        else
            rules[table].Add(new Rule(rules[table].Count + 1, rule.Name, rule.Expression, key));
    }

    private void Add(BackfillOptions options, string key)
    {
        string? table = Table(options.Table, key);
        string? from = Table(options.FromTable, key);
        if (table is null || from is null)
            return;
        string? column = Column(options.Column, table, key);
        string? own = Column(options.Key, table, key);
        string? fromKey = Column(options.FromKey, from, key);
        string? fromColumn = Column(options.FromColumn ?? options.Column, from, key);
        if (column is null || own is null || fromKey is null || fromColumn is null)
            return;
        SameType(table, column, from, fromColumn, key);
        SameType(table, own, from, fromKey, key);
        if (column == own)
            problems.Add($"{key}: {table}.{column} cannot be filled by itself as the key.");
        if (options.Which == DonorChoice.Earliest && ClaimsTables.TypeOf(from, fromColumn) != "timestamp")
            problems.Add($"{key}: 'earliest' takes dates, and {from}.{fromColumn} is {ClaimsTables.TypeOf(from, fromColumn)}; use smallest_id.");
        backfills.Add(new Backfill(
            backfills.Count, table, column, own, from, fromKey, fromColumn, options.Which, string.IsNullOrWhiteSpace(options.Where) ? null : options.Where));
    }

    private void Ignore(string column)
    {
        if (OfAnyTable(column, "claims.ignore") is not { } found)
            return;
        ignored.Add(found);
        foreach (string table in ClaimsTables.Names.Where(t => ClaimsTables.Columns(t).Any(c => c.Name == found) && !NotAllNull(t).Any()))
            problems.Add($"claims.ignore: it names every column of {table}, so that all its rows would be dropped; leave one out.");
    }

    private void SameType(string table, string column, string from, string fromColumn, string key)
    {
        string own = ClaimsTables.TypeOf(table, column);
        string other = ClaimsTables.TypeOf(from, fromColumn);
        if (own != other)
            problems.Add($"{key}: {table}.{column} is {own} and {from}.{fromColumn} is {other}; they must be of one type.");
    }

    private string? Table(string name, string key) => Known(name, ClaimsTables.Names, "table", key);

    private string? Column(string name, string table, string key) =>
        Known(name, [.. ClaimsTables.Columns(table).Select(c => c.Name)], $"column of {table}", key);

    private string? OfAnyTable(string name, string key) =>
        Known(name, [.. ClaimsTables.Names.SelectMany(ClaimsTables.Cleaned).Distinct()], "column of any table", key);

    private string? Known(string name, IReadOnlyList<string> names, string what, string key)
    {
        string? known = names.FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (known is null)
            problems.Add($"{key}: '{name}' is no {what}; there are {string.Join(", ", names)}.");
        return known;
    }
}
