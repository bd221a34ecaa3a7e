namespace SparkEtl.Driver.Generate.Tables;

/// <summary>CLAIM: everyday rows, two groups of exactly known size, and the cases of <see cref="ClaimCases"/>.</summary>
internal sealed class ClaimTable : GeneratedTable
{
    private const ulong Stream = 2;

    /// <summary>Slots of the first block where the groups begin whose mean is a tie at the seventh decimal.</summary>
    private const int DisputedSlot = 64;
    private const int ClawedBackSlot = DisputedSlot + TieSize;
    private const int TieSize = 32;
    private readonly long _seed;
    private readonly TreatmentTable _treatments;
    private readonly ClaimCases _cases;

    public ClaimTable(long seed, long claims, TreatmentTable treatments)
        : base(
            "CLAIM",
            [
                new("ID", ColumnKind.Whole), new("TREATMENT_ID", ColumnKind.Whole), new("PROGRAM_ID", ColumnKind.Whole),
                new("TYPE", ColumnKind.Text), new("STATUS", ColumnKind.Text), new("AMOUNT", ColumnKind.Amount),
                new("DATE_CREATED", ColumnKind.Moment),
            ],
            new BlockLayout(seed, Stream, claims, 256, ClaimCases.Count))
    {
        _seed = seed;
        _treatments = treatments;
        _cases = new ClaimCases(treatments, (which, block) => Layout.CaseId(block, (int)which));
    }

    public override void Write(long row, IRowSink sink)
    {
        ClaimRow claim = At(row);
        sink.Whole(claim.Id);
        sink.Whole(claim.TreatmentId);
        sink.Whole(claim.ProgramId);
        sink.Text(claim.Type);
        sink.Text(claim.Status);
        sink.Amount(claim.Amount);
        sink.Moment(claim.DateCreated);
        sink.EndRow();
    }

    private ClaimRow At(long row)
    {
        (long block, int slot) = Layout.Locate(row);
        long number = Layout.Number(block, slot);
        RowRandom random = RowRandom.For(_seed, Stream, number);
        ClaimRow clean = Clean(number, ref random);
        if (Layout.CaseAt(block, slot) is { } which)
            return _cases.Apply(which, block, clean);
        return block == 0 && slot is >= DisputedSlot and < ClawedBackSlot + TieSize ? Tie(slot, clean) : Soil(clean, ref random);
    }

    private ClaimRow Clean(long number, ref RowRandom random)
    {
        long treatment = _treatments.PickNumber(ref random);
        TreatmentFacts facts = TreatmentFacts.Of(_seed, treatment);
        string status = random.Pick(Vocabulary.Statuses);
        long amount = Money.Some(ref random);
        return new ClaimRow(
            number + 1, treatment + 1, facts.Program, facts.Type, status, amount, facts.Created + random.Below(60 * Calendar.Day));
    }

    /// <summary>32 amounts, one of an odd number of cents: their mean has its last digit, a five, at the seventh decimal.</summary>
    private static ClaimRow Tie(int slot, ClaimRow row)
    {
        bool disputed = slot < ClawedBackSlot;
        long even = 2 * (row.Amount ?? 1);
        long amount = slot is DisputedSlot or ClawedBackSlot ? even + 1 : even;
        return row with
        {
            Status = disputed ? Vocabulary.Disputed : Vocabulary.ClawedBack,
            Amount = disputed ? amount : -amount,
        };
    }

    private static ClaimRow Soil(ClaimRow row, ref RowRandom random)
    {
        if (random.Chance(3)) return default;
        if (random.Chance(4)) row = row with { Id = null };
        if (random.Chance(8)) row = row with { Id = row.Id + 1 };
        if (random.Chance(5)) row = row with { Id = -row.Id };
        if (random.Chance(10)) row = row with { TreatmentId = null };
        if (random.Chance(20)) row = row with { TreatmentId = row.TreatmentId + OrphanOffset };
        if (random.Chance(5)) row = row with { TreatmentId = -row.TreatmentId };
        if (random.Chance(80)) row = row with { ProgramId = 1 + random.Below(40), Type = Vocabulary.SomeType(ref random) };
        if (random.Chance(200)) row = row with { ProgramId = null };
        if (random.Chance(10)) row = row with { ProgramId = -1 };
        if (random.Chance(150)) row = row with { Type = null };
        if (random.Chance(30)) row = row with { Status = null };
        if (random.Chance(40)) row = row with { Status = random.Pick(Vocabulary.StatusVariants) };
        if (random.Chance(40)) row = row with { Amount = -row.Amount };
        if (random.Chance(50)) row = row with { Amount = null };
        if (random.Chance(30)) row = row with { Amount = 0 };
        if (random.Chance(15)) row = row with { Status = Vocabulary.UnderReview, Amount = null };
        if (random.Chance(200)) row = row with { DateCreated = null };
        if (random.Chance(5)) row = row with { DateCreated = Calendar.Edges[random.Below(Calendar.Edges.Length)] };
        return row;
    }
}
