namespace SparkEtl.Driver.Generate.Tables;

/// <summary>INVOICE: three rows for every two claims; <see cref="InvoiceCase"/>, then one of each status that looks like another.</summary>
internal sealed class InvoiceTable : GeneratedTable
{
    private const ulong Stream = 3;
    private static readonly int Named = Enum.GetValues<InvoiceCase>().Length;
    private readonly long _seed;
    private readonly TreatmentTable _treatments;

    public InvoiceTable(long seed, long claims, TreatmentTable treatments)
        : base(
            "INVOICE",
            [
                new("ID", ColumnKind.Whole), new("TREATMENT_ID", ColumnKind.Whole), new("STATUS", ColumnKind.Text),
                new("DATE_CREATED", ColumnKind.Moment),
            ],
            new BlockLayout(seed, Stream, claims * 3 / 2, 384, Named + Vocabulary.StatusVariants.Length))
    {
        _seed = seed;
        _treatments = treatments;
    }

    /// <summary>The ID of the invoice that carries this case in this block.</summary>
    public long IdOf(InvoiceCase which, long block) => Layout.CaseId(block, (int)which);

    /// <summary>The number of some everyday invoice; its ID is one more.</summary>
    public long PickNumber(ref RowRandom random) => Layout.PickNumber(ref random);

    public override void Write(long row, IRowSink sink)
    {
        InvoiceRow invoice = At(row);
        sink.Whole(invoice.Id);
        sink.Whole(invoice.TreatmentId);
        sink.Text(invoice.Status);
        sink.Moment(invoice.DateCreated);
        sink.EndRow();
    }

    private InvoiceRow At(long row)
    {
        (long block, int slot) = Layout.Locate(row);
        long number = Layout.Number(block, slot);
        RowRandom random = RowRandom.For(_seed, Stream, number);
        long treatment = _treatments.PickNumber(ref random);
        TreatmentFacts facts = TreatmentFacts.Of(_seed, treatment);
        var clean = new InvoiceRow(
            number + 1, treatment + 1, random.Pick(Vocabulary.Statuses), facts.Created + random.Below(90 * Calendar.Day));
        if (Layout.CaseAt(block, slot) is not { } which)
            return Soil(clean, ref random);
        return which < Named ? Case((InvoiceCase)which, block, clean) : clean with { Status = Vocabulary.StatusVariants[which - Named] };
    }

    private static InvoiceRow Soil(InvoiceRow row, ref RowRandom random)
    {
        if (random.Chance(3)) return default;
        if (random.Chance(4)) row = row with { Id = null };
        if (random.Chance(8)) row = row with { Id = row.Id + 1 };
        if (random.Chance(5)) row = row with { Id = -row.Id };
        if (random.Chance(10)) row = row with { TreatmentId = null };
        if (random.Chance(20)) row = row with { TreatmentId = row.TreatmentId + OrphanOffset };
        if (random.Chance(5)) row = row with { TreatmentId = -row.TreatmentId };
        if (random.Chance(30)) row = row with { Status = null };
        if (random.Chance(40)) row = row with { Status = random.Pick(Vocabulary.StatusVariants) };
        if (random.Chance(200)) row = row with { DateCreated = null };
        if (random.Chance(5)) row = row with { DateCreated = Calendar.Edges[random.Below(Calendar.Edges.Length)] };
        return row;
    }

    private InvoiceRow Case(InvoiceCase which, long block, InvoiceRow row)
    {
        InvoiceRow undated = row with { DateCreated = null };
        return which switch
        {
            InvoiceCase.AllNull => default,
            InvoiceCase.OnlyStatus => new InvoiceRow { Status = row.Status },
            InvoiceCase.NullId => Of(row, TreatmentCase.ManyStatuses, block) with { Id = null },
            InvoiceCase.NegativeId => row with { Id = -row.Id },
            InvoiceCase.NegativeTreatment => row with { TreatmentId = -row.TreatmentId },
            InvoiceCase.NegativeEverything => row with { Id = -row.Id, TreatmentId = -row.TreatmentId },
            InvoiceCase.NullTreatment => row with { TreatmentId = null },
            InvoiceCase.OrphanTreatment => row with { TreatmentId = row.TreatmentId + OrphanOffset },
            InvoiceCase.OrphanUndated => undated with { TreatmentId = row.TreatmentId + OrphanOffset },
            InvoiceCase.NullStatus => row with { Status = null },
            InvoiceCase.NullStatusUndated => undated with { Status = null },
            InvoiceCase.DateFromDuplicates => Of(undated, TreatmentCase.Duplicate, block),
            InvoiceCase.DateFromNoDate => Of(undated, TreatmentCase.NoDate, block),
            InvoiceCase.DateFromFiltered => Of(undated, TreatmentCase.NegativeProgram, block),
            InvoiceCase.DuplicateEarlier => row with { Id = IdOf(InvoiceCase.Duplicate, block), DateCreated = Calendar.First },
            InvoiceCase.DuplicateUndated => Of(undated, TreatmentCase.Twin, block) with { Id = IdOf(InvoiceCase.Duplicate, block) },
            InvoiceCase.Twin or InvoiceCase.TwinCopy => new InvoiceRow(
                IdOf(InvoiceCase.Twin, block), _treatments.IdOf(TreatmentCase.Twin, block), Vocabulary.Paid, Calendar.First + Calendar.Day),
            InvoiceCase.ManyStatuses or InvoiceCase.ManyStatusesOther => Of(row, TreatmentCase.ManyStatuses, block),
            InvoiceCase.Shared => Of(row, TreatmentCase.SharedInvoice, block),
            InvoiceCase.SharedOther => Of(row, TreatmentCase.SharedInvoiceOther, block) with { Id = IdOf(InvoiceCase.Shared, block) },
            InvoiceCase.ButNoClaim => Of(row, TreatmentCase.InvoiceButNoClaim, block),
            InvoiceCase.OnlyFilteredClaims => Of(row, TreatmentCase.OnlyFilteredClaims, block),
            _ => row,
        };
    }

    private InvoiceRow Of(InvoiceRow row, TreatmentCase treatment, long block) =>
        row with { TreatmentId = _treatments.IdOf(treatment, block) };
}
