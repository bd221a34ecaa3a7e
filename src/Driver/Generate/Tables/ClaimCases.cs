namespace SparkEtl.Driver.Generate.Tables;

/// <summary>Makes the difficult claims: <see cref="ClaimCase"/>, then one claim of each status that looks like another.</summary>
/// <param name="treatments">The treatments the claims refer to.</param>
/// <param name="idOf">The ID of the claim that carries a case in a block.</param>
internal sealed class ClaimCases(TreatmentTable treatments, Func<ClaimCase, long, long> idOf)
{
    private const long Program = 11;
    private const long OtherProgram = 7;
    private static readonly int Named = Enum.GetValues<ClaimCase>().Length;

    public static int Count => Named + Vocabulary.StatusVariants.Length;

    public ClaimRow Apply(int index, long block, ClaimRow row)
    {
        if (index >= Named)
            return row with { Status = Vocabulary.StatusVariants[index - Named] };
        var which = (ClaimCase)index;
        return which < ClaimCase.ConflictNoProgram ? OwnValues(which, block, row) : Donor(which, block, row);
    }

    private ClaimRow OwnValues(ClaimCase which, long block, ClaimRow row) => which switch
    {
        ClaimCase.AllNull => default,
        ClaimCase.OnlyAmount => new ClaimRow { Amount = row.Amount },
        ClaimCase.NullId => row with { Id = null },
        ClaimCase.NegativeId => row with { Id = -row.Id },
        ClaimCase.NegativeTreatment => row with { TreatmentId = -row.TreatmentId },
        ClaimCase.NegativeProgram => row with { ProgramId = -Program },
        ClaimCase.NegativeEverything => row with { Id = -row.Id, TreatmentId = -1, ProgramId = -Program, Amount = 0 },
        ClaimCase.NegativeProgramAndZeroAmount => row with { ProgramId = -Program, Amount = 0 },
        ClaimCase.ZeroAmount => row with { Amount = 0 },
        ClaimCase.NegativeAmount => row with { Amount = -row.Amount },
        ClaimCase.NullAmount => row with { Amount = null },
        ClaimCase.LargestAmount => row with { Amount = Money.Largest },
        ClaimCase.UnroundAmount => row with { Amount = Money.Unround },
        ClaimCase.OneCent => row with { Amount = 1 },
        ClaimCase.NullTreatment => row with { TreatmentId = null },
        ClaimCase.OrphanTreatment => row with { TreatmentId = Orphan(row) },
        ClaimCase.OrphanUndated => row with { TreatmentId = Orphan(row), DateCreated = null },
        ClaimCase.NullTreatmentUndated => row with { TreatmentId = null, DateCreated = null },
        ClaimCase.DateFromDuplicates => Undated(row, TreatmentCase.Duplicate, block),
        ClaimCase.DateFromNoDate => Undated(row, TreatmentCase.NoDate, block),
        ClaimCase.DateFromFiltered => Undated(row, TreatmentCase.NegativeProgram, block),
        ClaimCase.DateFromTwin => Undated(row, TreatmentCase.Twin, block),
        ClaimCase.NullStatus => row with { Status = null },
        ClaimCase.NullStatusNullAmount => row with { Status = null, Amount = null },
        ClaimCase.UnderReview or ClaimCase.UnderReviewAgain => row with { Status = Vocabulary.UnderReview, Amount = null },
        ClaimCase.Withdrawn => row with { Status = Vocabulary.Withdrawn, TreatmentId = null },
        ClaimCase.Twin or ClaimCase.TwinCopy => new ClaimRow(
            idOf(ClaimCase.Twin, block), treatments.IdOf(TreatmentCase.Twin, block), Program, Vocabulary.Types[0], Vocabulary.Paid, 125_50,
            Calendar.First + (block % 1000 * Calendar.Day)),
        ClaimCase.SameIdOtherAmount => row with { Id = idOf(ClaimCase.Twin, block) },
        _ => throw new ArgumentOutOfRangeException(nameof(which), which, null),
    };

    private ClaimRow Donor(ClaimCase which, long block, ClaimRow row)
    {
        ClaimRow Of(TreatmentCase treatment, long? program, string? type) => row with
        {
            TreatmentId = treatments.IdOf(treatment, block),
            ProgramId = program,
            Type = type,
        };

        string type = Vocabulary.Types[0];
        string otherType = Vocabulary.Types[4];
        return which switch
        {
            ClaimCase.ConflictNoProgram => Of(TreatmentCase.ConflictingPrograms, null, type),
            ClaimCase.ConflictFirst => Of(TreatmentCase.ConflictingPrograms, Program, null),
            ClaimCase.ConflictSecond => Of(TreatmentCase.ConflictingPrograms, OtherProgram, type),
            ClaimCase.ConflictingTypeFirst => Of(TreatmentCase.ConflictingTypes, Program, otherType),
            ClaimCase.ConflictingTypeSecond => Of(TreatmentCase.ConflictingTypes, null, type),
            ClaimCase.OwnValuesFirst => Of(TreatmentCase.OwnValues, Program, otherType),
            ClaimCase.OwnValuesSecond => Of(TreatmentCase.OwnValues, OtherProgram, type),
            ClaimCase.AgreeingFirst => Of(TreatmentCase.AgreeingPrograms, Program, type),
            ClaimCase.AgreeingSecond => Of(TreatmentCase.AgreeingPrograms, Program, type),
            ClaimCase.NegativeOnlyFirst => Of(TreatmentCase.NegativeProgramsOnly, -Program, type),
            ClaimCase.NegativeOnlySecond => Of(TreatmentCase.NegativeProgramsOnly, -OtherProgram, null),
            ClaimCase.NegativeBeforeGood => Of(TreatmentCase.NegativeThenGood, -Program, otherType),
            ClaimCase.GoodAfterNegative => Of(TreatmentCase.NegativeThenGood, Program, type),
            ClaimCase.NoProgramNoType => Of(TreatmentCase.NullProgramsOnly, null, null),
            ClaimCase.DonorWithoutIdLarge => Of(TreatmentCase.DonorsWithoutId, Program, otherType) with { Id = null },
            ClaimCase.DonorWithoutIdSmall => Of(TreatmentCase.DonorsWithoutId, OtherProgram, type) with { Id = null },
            ClaimCase.DonorWithoutIdBesideOne => Of(TreatmentCase.DonorWithAndWithoutId, OtherProgram, type) with { Id = null },
            ClaimCase.DonorWithIdBesideOne => Of(TreatmentCase.DonorWithAndWithoutId, Program, otherType),
            ClaimCase.DonorOfOneIdLarge => Of(TreatmentCase.DonorsOfOneId, Program, Vocabulary.HighType),
            ClaimCase.DonorOfOneIdSmall => Of(TreatmentCase.DonorsOfOneId, OtherProgram, Vocabulary.LowType) with
            {
                Id = idOf(ClaimCase.DonorOfOneIdLarge, block),
            },
            ClaimCase.DonorAfterNegativeId => Of(TreatmentCase.DonorOfNegativeId, OtherProgram, type),
            ClaimCase.DonorOfNegativeId => Of(TreatmentCase.DonorOfNegativeId, Program, otherType) with { Id = -row.Id },
            ClaimCase.DonorOfZeroAmount => Of(TreatmentCase.DonorOfZeroAmount, Program, otherType) with { Amount = 0 },
            ClaimCase.DonorAfterZeroAmount => Of(TreatmentCase.DonorOfZeroAmount, OtherProgram, type),
            ClaimCase.AskedTwiceFirst => Of(TreatmentCase.AskingTwice, Program, otherType),
            ClaimCase.AskedTwiceSecond => Of(TreatmentCase.AskingTwice, OtherProgram, type),
            ClaimCase.ForNegativeId => row with { TreatmentId = -treatments.IdOf(TreatmentCase.NegativeIdAsking, block) },
            ClaimCase.ManyStatusesFirst => Of(TreatmentCase.ManyStatuses, Program, type) with { Status = "OPEN" },
            ClaimCase.ManyStatusesSecond => Of(TreatmentCase.ManyStatuses, Program, type) with { Status = "DENIED" },
            ClaimCase.ManyStatusesThird => Of(TreatmentCase.ManyStatuses, Program, type) with { Status = null },
            ClaimCase.ManyStatusesAgain => Of(TreatmentCase.ManyStatuses, Program, type) with { Status = "OPEN" },
            ClaimCase.SharedInvoiceFirst => Of(TreatmentCase.SharedInvoice, Program, type) with { Status = "PENDING" },
            ClaimCase.SharedInvoiceSecond => Of(TreatmentCase.SharedInvoiceOther, Program, type) with { Status = "PENDING" },
            ClaimCase.OnlyFilteredZero => Of(TreatmentCase.OnlyFilteredClaims, Program, type) with { Amount = 0 },
            ClaimCase.OnlyFilteredNegative => Of(TreatmentCase.OnlyFilteredClaims, -Program, type),
            _ => throw new ArgumentOutOfRangeException(nameof(which), which, null),
        };
    }

    private ClaimRow Undated(ClaimRow row, TreatmentCase treatment, long block) =>
        row with { TreatmentId = treatments.IdOf(treatment, block), DateCreated = null };

    private static long? Orphan(ClaimRow row) => row.TreatmentId + GeneratedTable.OrphanOffset;
}
