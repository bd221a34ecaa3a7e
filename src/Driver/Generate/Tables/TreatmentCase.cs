namespace SparkEtl.Driver.Generate.Tables;

/// <summary>The treatments that are there to be difficult, one of each in a block.</summary>
internal enum TreatmentCase
{
    AllNull,
    OnlyDate,
    OnlyStatus,
    NullId,
    ZeroId,
    NegativeId,

    /// <summary>Is filtered out, but its date is donated before that.</summary>
    NegativeProgram,
    NegativeIdAndProgram,
    NoStatus,

    /// <summary>Has no date, so neither do its claims and invoices.</summary>
    NoDate,

    /// <summary>Three rows of one ID: a date, an earlier date, no date.</summary>
    Duplicate,
    DuplicateEarlier,
    DuplicateUndated,

    /// <summary>Two equal rows.</summary>
    Twin,
    TwinCopy,

    /// <summary>Its first claim has no program, its second and third disagree.</summary>
    ConflictingPrograms,
    ConflictingTypes,

    /// <summary>Its claims disagree, but it has its own values.</summary>
    OwnValues,
    AgreeingPrograms,

    /// <summary>Only claims that cannot give a program: all negative.</summary>
    NegativeProgramsOnly,

    /// <summary>The claim of the smallest ID has a negative program, the next a good one.</summary>
    NegativeThenGood,

    /// <summary>Has claims, none of which has a program or a type.</summary>
    NullProgramsOnly,

    /// <summary>Its claims have no IDs: the smallest value counts.</summary>
    DonorsWithoutId,

    /// <summary>One claim without an ID and a small program, one with an ID and a larger one: the ID goes first.</summary>
    DonorWithAndWithoutId,

    /// <summary>Two claims of one ID: the smallest value counts, by bytes.</summary>
    DonorsOfOneId,

    /// <summary>The claim that donates has a negative ID, and goes in the filters.</summary>
    DonorOfNegativeId,

    /// <summary>The claim that donates has the amount zero, and goes in the filters.</summary>
    DonorOfZeroAmount,

    /// <summary>Lacks program and type, and no claim refers to it.</summary>
    NoClaims,

    /// <summary>Two rows of one ID that both lack a program; the claims disagree.</summary>
    AskingTwice,
    AskingTwiceAgain,

    /// <summary>Lacks program and type and has a negative ID, as have its claims' keys.</summary>
    NegativeIdAsking,

    /// <summary>Has claims of three statuses, and invoices.</summary>
    ManyStatuses,

    /// <summary>Has one claim, whose status another treatment shares, and a row of an invoice that both share.</summary>
    SharedInvoice,
    SharedInvoiceOther,

    /// <summary>Has an invoice, and no claim.</summary>
    InvoiceButNoClaim,

    /// <summary>Has claims, but all of them go in the filters; it has an invoice.</summary>
    OnlyFilteredClaims,
}
