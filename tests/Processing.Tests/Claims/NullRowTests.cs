using SparkEtl.Processing.Claims.Options;
using SparkEtl.Processing.Pipelines.Reports;

namespace SparkEtl.Processing.Tests.Claims;

public sealed class NullRowTests
{
    [Test]
    public void A_row_goes_only_when_every_column_is_null()
    {
        PipelineRun run = new ClaimsData()
            .Treatments(",,,,", "1,,,,", ",,,,2024-01-01 00:00:00").Claims(",,,,,,", ",,,,,5.00,").Invoices(",,,", ",,OPEN,").Items(",,,,,", ",,7,,,")
            .Run();
        Assert.That(
            run.Report.OfType<StepLine>().Where(l => l.Step == "drop null rows").Select(l => (l.Table, l.RowsIn, l.RowsOut, l.RowsChanged)),
            Is.EqualTo(new[] { ("TREATMENT", 3L, 2L, 0L), ("CLAIM", 2L, 1L, 0L), ("INVOICE", 2L, 1L, 0L), ("INVOICE_ITEM", 2L, 1L, 0L) }));
    }

    [Test]
    public void A_column_that_is_ignored_does_not_keep_a_row() =>
        Assert.That(
            new ClaimsData().Claims("1,,,,,,", "2,,,,,5.00,").Cleaned("CLAIM", new ClaimsOptions { Ignore = ["ID"] }),
            Is.EqualTo(new[] { "2,,,,,5.00," }));

    [Test]
    public void A_row_that_goes_neither_gives_nor_asks()
    {
        PipelineRun run = new ClaimsData()
            .Treatments("1,,,,2024-01-01 00:00:00", "2,5,,,").Claims("7,2,9,,,,", "8,1,,,,,", "9,3,,,,1.00,")
            .Run(new ClaimsOptions { Ignore = ["ID", "TREATMENT_ID", "DATE_CREATED"] });
        Assert.Multiple(() =>
        {
            Assert.That(run.Report.OfType<StepLine>().Select(l => l.RowsOut), Has.Exactly(3).EqualTo(2).And.Exactly(3).EqualTo(1));
            Assert.That(
                run.Report.OfType<BackfillLine>().Select(l => (l.Table, l.Column, l.Filled, l.StillNull)),
                Does.Contain(("CLAIM", "DATE_CREATED", 0L, 2L)).And.Contains(("TREATMENT", "PROGRAM_ID", 0L, 0L)));
        });
    }

    [Test]
    public void Empty_tables_give_empty_results_and_a_report_of_zeros()
    {
        PipelineRun run = new ClaimsData().Run();
        Assert.Multiple(() =>
        {
            Assert.That(run["claim_agg"], Is.Empty);
            Assert.That(run["invoice_agg"], Is.Empty);
            Assert.That(run["invoice_by_claim_status"], Is.Empty);
            Assert.That(run.Report.OfType<StepLine>().Select(l => l.RowsIn + l.RowsOut + l.RowsChanged), Is.All.Zero);
            Assert.That(run.Report.OfType<BackfillLine>().Select(l => l.Filled + l.StillNull + l.Conflicts), Is.All.Zero.And.Exactly(5).Items);
        });
    }
}
