namespace SparkEtl.Processing.Claims.Preprocessing;

/// <summary>
/// The rows of one table as they are read, once: the columns that are needed later, and beside them which row goes and why. Where a rule
/// looks at a column which a backfill fills, a row that lacks a value there is asked late, after the backfills, all rules of its table.
/// </summary>
internal sealed class TableRows
{
    private readonly DataFrame rows;

    private TableRows(DataFrame rows, IReadOnlyList<Rule> lateRules, IReadOnlyList<string> lateColumns, bool areAllLate) =>
        (this.rows, LateRules, LateColumns, AreAllLate) = (rows, lateRules, lateColumns, areAllLate);

    /// <summary>The rules that are asked after the backfills; none when they were asked before, of every row.</summary>
    public IReadOnlyList<Rule> LateRules { get; }

    /// <summary>Whether the late rules were asked of no row before: a row without a gap could not be asked either.</summary>
    public bool AreAllLate { get; }

    /// <summary>The columns that the late rules look at.</summary>
    public IReadOnlyList<string> LateColumns { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="source">Its rows, with all columns.</param>
    /// <param name="settings">Rules and backfills.</param>
    /// <param name="kept">Which columns are needed later, but for those of late rules.</param>
    public static TableRows Read(string table, DataFrame source, ClaimsSettings settings, IReadOnlyCollection<string> kept)
    {
        IReadOnlyList<Rule> rules = settings.Rules(table);
        var conditions = ConditionsOf(table, source);
        foreach (Rule rule in rules)
            conditions.Check(rule.Expression, rule.Key);
        string[] filled = [.. settings.BackfillsOf(table).Select(b => b.Column).Distinct()];
        bool areAllLate = rules.Any(r => conditions.Uses(r.Expression, [.. ClaimsTables.Cleaned(table).Except(source.Columns())]));
        bool late = areAllLate || rules.Any(r => conditions.Uses(r.Expression, filled));
        string[] lateColumns = late ? [.. rules.SelectMany(r => conditions.Used(r.Expression)).Distinct()] : [];

        IReadOnlyList<Rule> earlyRules = areAllLate ? [] : rules;
        Column reason = Reasons.Of([.. settings.NotAllNull(table)], earlyRules, late ? filled : []);
        IEnumerable<string> columns = source.Columns().Where(c => kept.Contains(c) || WithSources(lateColumns).Contains(c));
        DataFrame flagged = source.Select([.. columns.Select(c => Col(c)), reason]);
        // Directly one above the other: an engine that has to write observed rows down keeps the same ones.
        DataFrame observed = ClaimsMetrics.ObserveRows(flagged, table, earlyRules);
        return new TableRows(observed.Persist(), late ? rules : [], lateColumns, areAllLate);
    }

    /// <summary>Conditions over a table, with the column that cleaning adds.</summary>
    public static Conditions ConditionsOf(string table, DataFrame source) => new(
        table, table == ClaimsTables.Treatment ? source.WithColumn(ClaimsTables.DateTreatment, Col(ClaimsTables.DateCreated)) : source);

    /// <summary>The columns of the source that those are made from.</summary>
    public static IEnumerable<string> WithSources(IEnumerable<string> columns) =>
        columns.Select(c => c == ClaimsTables.DateTreatment ? ClaimsTables.DateCreated : c).Distinct();

    /// <summary>The rows that are left when those of nulls alone went.</summary>
    public DataFrame Left => rows.Filter(Col(Reasons.Name).IsNull() | (Col(Reasons.Name) != Reasons.NullRow));

    /// <summary>The rows that stay, as far as it is known before the backfills.</summary>
    public DataFrame Staying => rows.Filter(Col(Reasons.Name).IsNull());
}
