using SparkEtl.Processing.Claims.Options;

namespace SparkEtl.Processing.Claims.Preprocessing;

/// <summary>What the donors of one backfill give: one value for each key that a row without a value asks for.</summary>
internal static class Donors
{
    public const string Key = "__key";
    public const string Value = "__value";

    private const string Asked = "__asked";
    private const string Smallest = "__smallest";
    private const string Largest = "__largest";
    private const string Id = "__id";
    private const string Place = "__place";

    /// <summary>The keys that a row without a value asks for; a key may come several times.</summary>
    /// <param name="backfill">The backfill.</param>
    /// <param name="takers">The rows of its table with column and key.</param>
    public static DataFrame AskedBy(Backfill backfill, DataFrame takers) => takers
        .Filter(Col(backfill.Column).IsNull() & Col(backfill.Key).IsNotNull())
        .Select(Col(backfill.Key).As(Asked));

    /// <summary>The rows of the donors' table that have a key which is asked for: few, as few rows ask.</summary>
    public static DataFrame Matching(DataFrame givers, Backfill backfill, DataFrame asked) =>
        givers.Join(asked, Col(backfill.FromKey) == Col(Asked), "left_semi");

    /// <summary>Makes the frame of keys and values; no key comes twice.</summary>
    /// <param name="backfill">The backfill.</param>
    /// <param name="matching">The donors with key, value and ID, and what its condition needs.</param>
    public static DataFrame Of(Backfill backfill, DataFrame matching)
    {
        IEnumerable<Column> order = backfill.Which == DonorChoice.SmallestId ? [Col(ClaimsTables.Id).As(Id)] : [];
        DataFrame candidates = (backfill.Where is { } condition ? matching.Filter(condition) : matching)
            .Filter(Col(backfill.FromColumn).IsNotNull())
            .Select([Col(backfill.FromKey).As(Key), Col(backfill.FromColumn).As(Value), .. order]);
        DataFrame given = backfill.Which switch
        {
            DonorChoice.SmallestId => OfSmallestId(candidates),
            DonorChoice.Earliest => candidates.GroupBy(Key).Agg(Min(Value).As(Smallest), Max(Value).As(Largest)).WithColumn(Value, Col(Smallest)),
            _ => throw new ArgumentOutOfRangeException(nameof(backfill), backfill.Which, "no way to choose a donor"),
        };
        return ClaimsMetrics.ObserveConflicts(given, backfill, Col(Smallest) != Col(Largest)).Select(Key, Value).Persist();
    }

    // A window and not the smallest structure of ID and value: engines sort numbers faster than they compare structures.
    private static DataFrame OfSmallestId(DataFrame candidates)
    {
        WindowSpec ofKey = Window.PartitionBy(Key);
        return candidates
            .WithColumn(Place, RowNumber().Over(ofKey.OrderBy(Col(Id).AscNullsLast(), Col(Value).Asc())))
            .WithColumn(Smallest, Min(Value).Over(ofKey))
            .WithColumn(Largest, Max(Value).Over(ofKey))
            .Filter(Col(Place) == 1);
    }

    /// <summary>Fills a column where it is null; neither adds nor drops a row, as no key comes twice.</summary>
    /// <param name="rows">Rows with column and key.</param>
    /// <param name="backfill">The backfill.</param>
    /// <param name="donors">What <see cref="Of"/> gave.</param>
    /// <param name="flag">Adds the column of <see cref="ClaimsMetrics.FlagOf"/>.</param>
    public static DataFrame Fill(DataFrame rows, Backfill backfill, DataFrame donors, bool flag)
    {
        Column isNull = Col(backfill.Column).IsNull();
        IEnumerable<Column> columns = rows.Columns().Select(c =>
            c == backfill.Column ? Coalesce(Col(c), Col(Value)).As(c) : Col(c));
        if (flag)
            columns = columns.Append(When(isNull, Col(Value).IsNotNull()).As(ClaimsMetrics.FlagOf(backfill)));
        // A row that has a value looks for no key, and so matches nothing.
        return rows
            .WithColumn(Asked, When(isNull, Col(backfill.Key)))
            .Join(donors, Col(Asked) == Col(Key), "left_outer")
            .Select([.. columns]);
    }
}
