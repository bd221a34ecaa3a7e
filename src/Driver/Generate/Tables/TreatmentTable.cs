namespace SparkEtl.Driver.Generate.Tables;

/// <summary>
/// TREATMENT: as many rows as there are claims; <see cref="TreatmentCase"/>, then one of each odd type, then one of each odd moment.
/// </summary>
internal sealed class TreatmentTable : GeneratedTable
{
    private const ulong Stream = 1;
    private static readonly int Named = Enum.GetValues<TreatmentCase>().Length;
    private static readonly int CaseCount = Named + Vocabulary.OddTypes.Length + Calendar.Edges.Length;
    private readonly long _seed;

    public TreatmentTable(long seed, long claims)
        : base(
            "TREATMENT",
            [
                new("ID", ColumnKind.Whole), new("PROGRAM_ID", ColumnKind.Whole), new("STATUS", ColumnKind.Text),
                new("TYPE", ColumnKind.Text), new("DATE_CREATED", ColumnKind.Moment),
            ],
            new BlockLayout(seed, Stream, claims, 256, CaseCount)) => _seed = seed;

    /// <summary>The ID of the treatment that carries this case in this block.</summary>
    public long IdOf(TreatmentCase which, long block) => Layout.CaseId(block, (int)which);

    /// <summary>The number of some everyday treatment; its ID is one more.</summary>
    public long PickNumber(ref RowRandom random) => Layout.PickNumber(ref random);

    public override void Write(long row, IRowSink sink)
    {
        TreatmentRow treatment = At(row);
        sink.Whole(treatment.Id);
        sink.Whole(treatment.ProgramId);
        sink.Text(treatment.Status);
        sink.Text(treatment.Type);
        sink.Moment(treatment.DateCreated);
        sink.EndRow();
    }

    private TreatmentRow At(long row)
    {
        (long block, int slot) = Layout.Locate(row);
        long number = Layout.Number(block, slot);
        RowRandom random = RowRandom.For(_seed, Stream, number);
        TreatmentFacts facts = TreatmentFacts.Of(_seed, number);
        var clean = new TreatmentRow(number + 1, facts.Program, random.Pick(Vocabulary.Statuses), facts.Type, facts.Created);
        return Layout.CaseAt(block, slot) is { } which ? Case(which, block, clean) : Soil(clean, ref random);
    }

    private static TreatmentRow Soil(TreatmentRow row, ref RowRandom random)
    {
        if (random.Chance(3)) return default;
        if (random.Chance(4)) row = row with { Id = null };
        if (random.Chance(8)) row = row with { Id = row.Id + 1 };
        if (random.Chance(5)) row = row with { Id = -row.Id };
        if (random.Chance(250)) row = row with { ProgramId = null };
        if (random.Chance(8)) row = row with { ProgramId = -1 };
        if (random.Chance(20)) row = row with { Status = null };
        if (random.Chance(40)) row = row with { Status = random.Pick(Vocabulary.StatusVariants) };
        if (random.Chance(150)) row = row with { Type = null };
        if (random.Chance(40)) row = row with { DateCreated = null };
        if (random.Chance(10)) row = row with { DateCreated = Calendar.Edges[random.Below(Calendar.Edges.Length)] };
        return row;
    }

    private TreatmentRow Case(int index, long block, TreatmentRow row)
    {
        if (index >= Named + Vocabulary.OddTypes.Length)
            return row with { DateCreated = Calendar.Edges[index - Named - Vocabulary.OddTypes.Length] };
        return index >= Named ? row with { Type = Vocabulary.OddTypes[index - Named] } : Case((TreatmentCase)index, block, row);
    }

    private TreatmentRow Case(TreatmentCase which, long block, TreatmentRow row)
    {
        TreatmentRow bare = row with { ProgramId = null, Type = null };
        return which switch
        {
            TreatmentCase.AllNull => default,
            TreatmentCase.OnlyDate => new TreatmentRow { DateCreated = row.DateCreated },
            TreatmentCase.OnlyStatus => new TreatmentRow { Status = row.Status },
            TreatmentCase.NullId => row with { Id = null },
            TreatmentCase.ZeroId => row with { Id = 0 },
            TreatmentCase.NegativeId => row with { Id = -row.Id },
            TreatmentCase.NegativeProgram => row with { ProgramId = -row.ProgramId },
            TreatmentCase.NegativeIdAndProgram => row with { Id = -row.Id, ProgramId = -row.ProgramId },
            TreatmentCase.NoStatus => row with { Status = null },
            TreatmentCase.NoDate => row with { DateCreated = null },
            TreatmentCase.DuplicateEarlier => row with
            {
                Id = IdOf(TreatmentCase.Duplicate, block),
                DateCreated = Twin(TreatmentCase.Duplicate, block).DateCreated - Calendar.Day,
            },
            TreatmentCase.DuplicateUndated => row with { Id = IdOf(TreatmentCase.Duplicate, block), DateCreated = null },
            TreatmentCase.Twin or TreatmentCase.TwinCopy => Twin(TreatmentCase.Twin, block),
            TreatmentCase.NegativeIdAsking => bare with { Id = -row.Id },
            TreatmentCase.AskingTwiceAgain => bare with { Id = IdOf(TreatmentCase.AskingTwice, block) },
            TreatmentCase.ConflictingPrograms or TreatmentCase.ConflictingTypes or TreatmentCase.AgreeingPrograms
                or TreatmentCase.NegativeProgramsOnly or TreatmentCase.NegativeThenGood or TreatmentCase.NullProgramsOnly
                or TreatmentCase.DonorsWithoutId or TreatmentCase.DonorWithAndWithoutId or TreatmentCase.DonorsOfOneId
                or TreatmentCase.DonorOfNegativeId or TreatmentCase.DonorOfZeroAmount or TreatmentCase.NoClaims
                or TreatmentCase.AskingTwice => bare,
            _ => row,
        };
    }

    /// <summary>The row that two slots share, so that they are equal.</summary>
    private TreatmentRow Twin(TreatmentCase which, long block)
    {
        long id = IdOf(which, block);
        TreatmentFacts facts = TreatmentFacts.Of(_seed, id - 1);
        return new TreatmentRow(id, facts.Program, Vocabulary.Paid, facts.Type, facts.Created);
    }
}
