using SparkEtl.Processing.Claims.Options;
using SparkEtl.Processing.Pipelines.Results;
using SparkEtl.Processing.Pipelines.Sources;

namespace SparkEtl.Processing.Claims.Preprocessing;

/// <summary>
/// Cleans the four tables: drops rows of nulls alone, fills what is missing from other tables, drops rows that break a rule. Each table
/// is read and kept once; what is filled is a small table of keys and values beside it, joined only where a filled column is asked for.
/// </summary>
internal sealed class PreProcessing
{
    private readonly ClaimsSettings settings;
    private readonly Dictionary<string, TableRows> tables = new(StringComparer.Ordinal);
    private readonly List<DataFrame> donors = [];

    /// <summary>Plans the cleaning.</summary>
    /// <param name="settings">Rules and backfills.</param>
    /// <param name="sources">The four tables.</param>
    /// <param name="wanted">Which columns of a cleaned table will be asked for.</param>
    public PreProcessing(ClaimsSettings settings, SourceFrames sources, Func<string, IEnumerable<string>> wanted)
    {
        this.settings = settings;
        var conditions = new Dictionary<int, string[]>();
        foreach (Backfill b in settings.Backfills.Where(b => b.Where is not null))
        {
            Conditions over = TableRows.ConditionsOf(b.FromTable, sources[b.FromTable]);
            over.Check(b.Where!, $"claims.backfills[{b.Place}].where");
            conditions[b.Place] = [.. over.Used(b.Where!)];
        }

        foreach (string table in ClaimsTables.Names)
        {
            var kept = settings.Backfills.SelectMany(b =>
                    (b.Table == table ? (IEnumerable<string>)[b.Column, b.Key] : [])
                    .Concat(b.FromTable == table ? Given(b, conditions) : []))
                .Concat(wanted(table));
            tables[table] = TableRows.Read(table, sources[table], settings, [.. TableRows.WithSources(kept)]);
        }

        foreach (Backfill b in settings.Backfills)
        {
            DataFrame asked = Donors.AskedBy(b, Filled(tables[b.Table].Left, b.Table, b.Place, [b.Column, b.Key], flag: false));
            DataFrame Narrow(DataFrame rows) => Donors.Matching(rows, b, asked);
            // Before what the donors lack is filled, so that it is filled for few; unless it is the key itself.
            bool keyIsFilled = settings.BackfillsOf(b.FromTable).Any(other => other.Place < b.Place && other.Column == b.FromKey);
            DataFrame rows = tables[b.FromTable].Left;
            DataFrame filled = Filled(keyIsFilled ? rows : Narrow(rows), b.FromTable, b.Place, Given(b, conditions), flag: false);
            donors.Add(Donors.Of(b, keyIsFilled ? Narrow(filled) : filled));
        }
    }

    /// <summary>The cleaned rows of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns asked for; only what they need is computed.</param>
    public DataFrame Cleaned(string table, params IReadOnlyList<string> columns)
    {
        TableRows rows = tables[table];
        DataFrame filled = Filled(rows.Staying, table, settings.Backfills.Count, [.. columns, .. rows.LateColumns], flag: false);
        return (rows.LateRules.Count == 0 ? filled : filled.Filter(Reasons.Of([], rows.LateRules).IsNull()))
            .Select([.. columns.Select(c => Col(c))]);
    }

    /// <summary>The names of everything that is observed.</summary>
    public IReadOnlyList<string> Metrics =>
        [.. ClaimsMetrics.Names(settings, ClaimsTables.Names.Where(t => settings.BackfillsOf(t).Count > 0 || tables[t].LateRules.Count > 0))];

    /// <summary>Adds the frames that are computed only for the report.</summary>
    public void Measure(PipelineResult result)
    {
        foreach (string table in ClaimsTables.Names)
        {
            IReadOnlyList<Backfill> own = settings.BackfillsOf(table);
            TableRows rows = tables[table];
            if (own.Count == 0 && rows.LateRules.Count == 0)
            {
                result.Measure(table, rows.Left);
                continue;
            }

            // Only the rows that a backfill can change have to be looked at, unless rules wait for the others too.
            DataFrame looked = rows.AreAllLate
                ? rows.Left
                : rows.Left.Filter(own.Select(b => Col(b.Column).IsNull()).Aggregate((any, next) => any | next));
            DataFrame filled = Filled(looked, table, settings.Backfills.Count, [.. own.Select(b => b.Column), .. rows.LateColumns], flag: true);
            DataFrame flagged = filled.Select(
                [.. own.Select(b => Col(ClaimsMetrics.FlagOf(b))), Reasons.Of([], rows.LateRules)]);
            result.Measure(table, ClaimsMetrics.ObserveBackfills(flagged, table, own, rows.LateRules));
        }
    }

    private static IEnumerable<string> Given(Backfill b, Dictionary<int, string[]> conditions) =>
        [b.FromKey, b.FromColumn, .. b.Which == DonorChoice.SmallestId ? (string[])[ClaimsTables.Id] : [], .. conditions.GetValueOrDefault(b.Place, [])];

    // The rows with those columns as the backfills before a place left them; a backfill that the columns do not need is left out.
    private DataFrame Filled(DataFrame rows, string table, int before, IEnumerable<string> columns, bool flag)
    {
        string[] wanted = [.. columns];
        var needed = new HashSet<string>(TableRows.WithSources(wanted), StringComparer.Ordinal);
        var needing = new Stack<Backfill>();
        foreach (Backfill b in settings.BackfillsOf(table).Where(b => b.Place < before).Reverse())
        {
            if (needed.Contains(b.Column))
            {
                needed.Add(b.Key);
                needing.Push(b);
            }
        }

        DataFrame filled = rows.Select([.. needed.Select(c => Col(c))]);
        foreach (Backfill b in needing)
            filled = Donors.Fill(filled, b, donors[b.Place], flag);
        return wanted.Contains(ClaimsTables.DateTreatment) ? filled.WithColumn(ClaimsTables.DateTreatment, Col(ClaimsTables.DateCreated)) : filled;
    }
}
