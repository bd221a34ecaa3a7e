namespace SparkEtl.Driver.Generate.Tables;

/// <summary>The invoice items that are there to be difficult, one of each in a block.</summary>
internal enum ItemCase
{
    AllNull,
    OnlyProduct,
    NullId,
    NegativeId,
    NegativeInvoice,
    NegativeProduct,
    NegativeEverything,
    NegativeProductAndZeroAmount,
    ZeroAmount,
    NegativeAmount,
    NullAmount,
    LargestAmount,
    UnroundAmount,
    NullInvoice,
    OrphanInvoice,
    OrphanUndated,
    NullInvoiceUndated,

    /// <summary>Its date comes from the earliest of several invoices.</summary>
    DateFromDuplicates,

    /// <summary>Its date comes from a treatment, by way of an invoice that had none either.</summary>
    DateThroughTreatment,

    /// <summary>Neither its invoice nor the treatment of that has a date.</summary>
    DateFromNoDate,

    /// <summary>Its invoice goes in the filters, after giving its date.</summary>
    DateFromFiltered,
    NullStatus,
    Twin,
    TwinCopy,
    OfManyStatuses,
    OfManyStatusesReversed,
    OfShared,
    OfNoClaim,
    OfOnlyFilteredClaims,
    OfInvoiceWithoutAmounts,
    OfInvoiceWithoutId,
}
