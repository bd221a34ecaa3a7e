using SparkEtl.Processing.Pipelines.Reports;

namespace SparkEtl.Processing.Claims.Preprocessing;

/// <summary>What is counted where, and the report made of it.</summary>
internal static class ClaimsMetrics
{
    private const string RowsIn = "rows_in";
    private const string NullRows = "null_rows";
    private const string Changed = "changed";
    private const string Conflicts = "conflicts";

    /// <summary>Counts the rows read, those of nulls alone, and those that each rule drops.</summary>
    public static DataFrame ObserveRows(DataFrame flagged, string table, IReadOnlyList<Rule> rules) => flagged.Observe(
        RowsName(table),
        Count(Lit(1)).As(RowsIn),
        [CountWhen(Col(Reasons.Name) == Reasons.NullRow).As(NullRows), .. rules.Select(DroppedBy)]);

    /// <summary>Counts what the backfills of a table did, and what each of its late rules drops.</summary>
    public static DataFrame ObserveBackfills(DataFrame filled, string table, IReadOnlyList<Backfill> backfills, IReadOnlyList<Rule> lateRules)
    {
        Column[] flags = [.. backfills.Select(b => Col(FlagOf(b)))];
        Column changed = flags.Length == 0 ? Lit(false) : flags.Aggregate((any, next) => any | next);
        return filled.Observe(
            FilledName(table),
            CountWhen(changed).As(Changed),
            [
                .. backfills.Select(b => CountWhen(Col(FlagOf(b))).As(Filled(b))),
                .. backfills.Select(b => CountWhen(!Col(FlagOf(b))).As(StillNull(b))),
                .. lateRules.Select(DroppedBy),
            ]);
    }

    /// <summary>Counts the keys that offer several values.</summary>
    public static DataFrame ObserveConflicts(DataFrame donors, Backfill backfill, Column isConflict) =>
        donors.Observe(ConflictsName(backfill), CountWhen(isConflict).As(Conflicts));

    /// <summary>The names of everything that is observed.</summary>
    /// <param name="settings">Rules and backfills.</param>
    /// <param name="measured">The tables whose backfills or late rules are counted.</param>
    public static IEnumerable<string> Names(ClaimsSettings settings, IEnumerable<string> measured) =>
        [.. ClaimsTables.Names.Select(RowsName), .. measured.Select(FilledName), .. settings.Backfills.Select(ConflictsName)];

    /// <summary>The column that says whether a backfill filled the row: null where there was a value.</summary>
    public static string FlagOf(Backfill backfill) => $"__filled_{backfill.Place}";

    /// <summary>The report, step by step.</summary>
    /// <param name="metrics">What was observed.</param>
    /// <param name="settings">Rules and backfills.</param>
    public static IReadOnlyList<ReportLine> Report(RunMetrics metrics, ClaimsSettings settings)
    {
        var steps = new List<ReportLine>();
        var backfills = new List<ReportLine>();
        var filters = new List<ReportLine>();
        foreach (string table in ClaimsTables.Names)
        {
            long rowsIn = metrics.Count(RowsName(table), RowsIn);
            long left = rowsIn - metrics.Count(RowsName(table), NullRows);
            steps.Add(new StepLine(table, "drop null rows", rowsIn, left, 0));
            IReadOnlyList<Backfill> own = settings.BackfillsOf(table);
            backfills.Add(new StepLine(table, "backfill", left, left, own.Count == 0 ? 0 : metrics.Count(FilledName(table), Changed)));
            foreach (Backfill b in own)
            {
                long filled = metrics.Count(FilledName(table), Filled(b));
                long stillNull = metrics.Count(FilledName(table), StillNull(b));
                backfills.Add(new BackfillLine(table, b.Column, b.FromTable, filled, stillNull, metrics.Count(ConflictsName(b), Conflicts)));
            }

            // Late rules are counted with the backfills, and of the rows that did not have to wait for those with the rows.
            string[] names = [RowsName(table), FilledName(table)];
            FilterLine[] dropped =
            [
                .. settings.Rules(table).Select(r => new FilterLine(
                    table,
                    r.Name,
                    names.Where(n => metrics.Has(n, Dropped(r))).DefaultIfEmpty(RowsName(table)).Sum(n => metrics.Count(n, Dropped(r))))),
            ];
            filters.Add(new StepLine(table, "filter", left, left - dropped.Sum(d => d.Dropped), 0));
            filters.AddRange(dropped);
        }

        return [.. steps, .. backfills, .. filters];
    }

    private static Column CountWhen(Column condition) => Count(When(condition, 1));

    private static Column DroppedBy(Rule rule) => CountWhen(Col(Reasons.Name) == (short)rule.Place).As(Dropped(rule));

    private static string Dropped(Rule rule) => $"dropped_{rule.Place}";

    private static string Filled(Backfill backfill) => $"filled_{backfill.Place}";

    private static string StillNull(Backfill backfill) => $"still_null_{backfill.Place}";

    private static string RowsName(string table) => $"claims.{table}.rows";

    private static string FilledName(string table) => $"claims.{table}.backfills";

    private static string ConflictsName(Backfill backfill) => $"claims.backfills[{backfill.Place}]";
}
