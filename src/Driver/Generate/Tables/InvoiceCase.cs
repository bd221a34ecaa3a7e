namespace SparkEtl.Driver.Generate.Tables;

/// <summary>The invoices that are there to be difficult, one of each in a block.</summary>
internal enum InvoiceCase
{
    AllNull,
    OnlyStatus,

    /// <summary>Has no ID, so no status counts it, though its treatment has claims.</summary>
    NullId,
    NegativeId,

    /// <summary>Is filtered out, but its date is donated before that.</summary>
    NegativeTreatment,
    NegativeEverything,
    NullTreatment,
    OrphanTreatment,
    OrphanUndated,
    NullStatus,
    NullStatusUndated,
    DateFromDuplicates,
    DateFromNoDate,
    DateFromFiltered,

    /// <summary>Three rows of one ID: a date, an earlier date, and one to be backfilled from a treatment.</summary>
    Duplicate,
    DuplicateEarlier,
    DuplicateUndated,
    Twin,
    TwinCopy,
    ManyStatuses,
    ManyStatusesOther,

    /// <summary>Two rows of one ID with different treatments that have claims of the same status: counted once.</summary>
    Shared,
    SharedOther,
    ButNoClaim,
    OnlyFilteredClaims,
    WithoutItems,
    WithoutAmounts,
}
