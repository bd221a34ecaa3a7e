namespace SparkEtl.Driver.Generate.Tables;

/// <summary>INVOICE_ITEM: three rows for every claim, with the cases of <see cref="ItemCase"/>.</summary>
internal sealed class ItemTable : GeneratedTable
{
    private const ulong Stream = 4;
    private const long Products = 500;
    private static readonly int CaseCount = Enum.GetValues<ItemCase>().Length;
    private readonly long _seed;
    private readonly InvoiceTable _invoices;

    public ItemTable(long seed, long claims, InvoiceTable invoices)
        : base(
            "INVOICE_ITEM",
            [
                new("ID", ColumnKind.Whole), new("INVOICE_ID", ColumnKind.Whole), new("PRODUCT_ID", ColumnKind.Whole),
                new("STATUS", ColumnKind.Text), new("AMOUNT", ColumnKind.Amount), new("DATE_CREATED", ColumnKind.Moment),
            ],
            new BlockLayout(seed, Stream, claims * 3, 768, CaseCount))
    {
        _seed = seed;
        _invoices = invoices;
    }

    public override void Write(long row, IRowSink sink)
    {
        ItemRow item = At(row);
        sink.Whole(item.Id);
        sink.Whole(item.InvoiceId);
        sink.Whole(item.ProductId);
        sink.Text(item.Status);
        sink.Amount(item.Amount);
        sink.Moment(item.DateCreated);
        sink.EndRow();
    }

    private ItemRow At(long row)
    {
        (long block, int slot) = Layout.Locate(row);
        long number = Layout.Number(block, slot);
        RowRandom random = RowRandom.For(_seed, Stream, number);
        var clean = new ItemRow(
            number + 1, _invoices.PickNumber(ref random) + 1, 1 + random.Below(Products), random.Pick(Vocabulary.Statuses),
            Money.Some(ref random), Calendar.First + random.Below(Calendar.Span));
        return Layout.CaseAt(block, slot) is { } which ? Case((ItemCase)which, block, clean) : Soil(clean, ref random);
    }

    private static ItemRow Soil(ItemRow row, ref RowRandom random)
    {
        if (random.Chance(3)) return default;
        if (random.Chance(4)) row = row with { Id = null };
        if (random.Chance(8)) row = row with { Id = row.Id + 1 };
        if (random.Chance(5)) row = row with { Id = -row.Id };
        if (random.Chance(10)) row = row with { InvoiceId = null };
        if (random.Chance(20)) row = row with { InvoiceId = row.InvoiceId + OrphanOffset };
        if (random.Chance(5)) row = row with { InvoiceId = -row.InvoiceId };
        if (random.Chance(20)) row = row with { ProductId = null };
        if (random.Chance(5)) row = row with { ProductId = -row.ProductId };
        if (random.Chance(30)) row = row with { Status = null };
        if (random.Chance(20)) row = row with { Status = random.Pick(Vocabulary.StatusVariants) };
        if (random.Chance(40)) row = row with { Amount = -row.Amount };
        if (random.Chance(50)) row = row with { Amount = null };
        if (random.Chance(30)) row = row with { Amount = 0 };
        if (random.Chance(200)) row = row with { DateCreated = null };
        return row;
    }

    private ItemRow Case(ItemCase which, long block, ItemRow row)
    {
        ItemRow undated = row with { DateCreated = null };
        return which switch
        {
            ItemCase.AllNull => default,
            ItemCase.OnlyProduct => new ItemRow { ProductId = row.ProductId },
            ItemCase.NullId => row with { Id = null },
            ItemCase.NegativeId => row with { Id = -row.Id },
            ItemCase.NegativeInvoice => row with { InvoiceId = -row.InvoiceId },
            ItemCase.NegativeProduct => row with { ProductId = -row.ProductId },
            ItemCase.NegativeEverything => row with { Id = -row.Id, InvoiceId = -1, ProductId = -1, Amount = 0 },
            ItemCase.NegativeProductAndZeroAmount => row with { ProductId = -row.ProductId, Amount = 0 },
            ItemCase.ZeroAmount => row with { Amount = 0 },
            ItemCase.NegativeAmount => row with { Amount = -row.Amount },
            ItemCase.NullAmount => row with { Amount = null },
            ItemCase.LargestAmount => Of(row, InvoiceCase.ManyStatuses, block) with { Amount = Money.Largest },
            ItemCase.UnroundAmount => Of(row, InvoiceCase.ManyStatusesOther, block) with { Amount = Money.Unround },
            ItemCase.NullInvoice => row with { InvoiceId = null },
            ItemCase.OrphanInvoice => row with { InvoiceId = row.InvoiceId + OrphanOffset },
            ItemCase.OrphanUndated => undated with { InvoiceId = row.InvoiceId + OrphanOffset },
            ItemCase.NullInvoiceUndated => undated with { InvoiceId = null },
            ItemCase.DateFromDuplicates => Of(undated, InvoiceCase.Duplicate, block),
            ItemCase.DateThroughTreatment => Of(undated, InvoiceCase.DateFromDuplicates, block),
            ItemCase.DateFromNoDate => Of(undated, InvoiceCase.DateFromNoDate, block),
            ItemCase.DateFromFiltered => Of(undated, InvoiceCase.NegativeTreatment, block),
            ItemCase.NullStatus => row with { Status = null },
            ItemCase.Twin or ItemCase.TwinCopy => new ItemRow(
                Layout.CaseId(block, (int)ItemCase.Twin), _invoices.IdOf(InvoiceCase.Twin, block), 1, Vocabulary.Paid, 19_99,
                Calendar.First + Calendar.Day),
            ItemCase.OfManyStatuses => Of(row, InvoiceCase.ManyStatuses, block),
            ItemCase.OfManyStatusesReversed => Of(row, InvoiceCase.ManyStatuses, block) with { Amount = -row.Amount },
            ItemCase.OfShared => Of(row, InvoiceCase.Shared, block),
            ItemCase.OfNoClaim => Of(row, InvoiceCase.ButNoClaim, block),
            ItemCase.OfOnlyFilteredClaims => Of(row, InvoiceCase.OnlyFilteredClaims, block),
            ItemCase.OfInvoiceWithoutAmounts => Of(row, InvoiceCase.WithoutAmounts, block) with { Amount = null },
            ItemCase.OfInvoiceWithoutId => Of(row, InvoiceCase.NullId, block),
            _ => throw new ArgumentOutOfRangeException(nameof(which), which, null),
        };
    }

    private ItemRow Of(ItemRow row, InvoiceCase invoice, long block) => row with { InvoiceId = _invoices.IdOf(invoice, block) };
}
