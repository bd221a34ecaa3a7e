using SparkEtl.Processing.Claims.Options;
using SparkEtl.Processing.Pipelines.Reports;

namespace SparkEtl.Processing.Tests.Claims;

public sealed class BackfillTests
{
    private const string Early = "2024-01-01 00:00:00";
    private const string Late = "2024-02-02 12:30:59";

    [Test]
    public void A_date_comes_from_the_earliest_treatment_of_the_key_also_from_one_that_a_rule_drops() =>
        Assert.That(
            new ClaimsData()
                .Treatments($"1,5,OPEN,A,{Late}", $"1,-5,OPEN,A,{Early}", "1,5,OPEN,A,", $",5,OPEN,A,{Early}")
                .Claims("1,1,,,OPEN,1.00,", $"2,1,,,OPEN,1.00,{Late}", "3,9,,,OPEN,1.00,", "4,,,,OPEN,1.00,")
                .Cleaned("CLAIM"),
            Is.EqualTo(new[] { $"1,1,,,OPEN,1.00,{Early}", $"2,1,,,OPEN,1.00,{Late}", "3,9,,,OPEN,1.00,", "4,,,,OPEN,1.00," }));

    [Test]
    public void An_item_takes_the_date_that_its_invoice_was_given() =>
        Assert.That(
            new ClaimsData()
                .Treatments($"1,5,OPEN,A,{Early}").Invoices("10,1,OPEN,", $"10,2,OPEN,{Late}", $"11,-1,OPEN,{Late}")
                .Items("1,10,1,OPEN,1.00,", "2,11,1,OPEN,1.00,")
                .Cleaned("INVOICE_ITEM"),
            Is.EqualTo(new[] { $"1,10,1,OPEN,1.00,{Early}", $"2,11,1,OPEN,1.00,{Late}" }));

    [Test]
    public void An_item_takes_only_what_its_invoice_has_when_the_lines_stand_the_other_way_round()
    {
        ClaimsOptions options = new();
        Assert.That(
            new ClaimsData()
                .Treatments($"1,5,OPEN,A,{Early}").Invoices("10,1,OPEN,").Items("1,10,1,OPEN,1.00,")
                .Cleaned("INVOICE_ITEM", options with { Backfills = [.. options.Backfills.Reverse()] }),
            Is.EqualTo(new[] { "1,10,1,OPEN,1.00," }));
    }

    [Test]
    public void A_program_comes_from_the_claim_of_the_smallest_ID_that_has_one_and_a_type_on_its_own() =>
        Assert.That(
            new ClaimsData()
                .Treatments("1,,OPEN,,", "2,,OPEN,,", "3,,OPEN,,", "4,8,OPEN,B,", ",,OPEN,,")
                .Claims(
                    "30,1,3,Z,OPEN,1.00,", "20,1,4,,OPEN,1.00,", "10,1,,Y,OPEN,1.00,", ",1,1,A,OPEN,1.00,",
                    ",2,7,K,OPEN,1.00,", ",2,6,L,OPEN,1.00,",
                    "5,3,9,\uFF24,OPEN,1.00,", "5,3,8,\U0001F9B7,OPEN,1.00,",
                    "6,4,1,A,OPEN,1.00,", "7,,1,A,OPEN,1.00,")
                .Cleaned("TREATMENT"),
            Is.EqualTo(new[] { ",,OPEN,,,", "1,4,OPEN,Y,,", "2,6,OPEN,K,,", "3,8,OPEN,\uFF24,,", "4,8,OPEN,B,," }));

    [Test]
    public void An_ID_of_the_largest_number_comes_before_no_ID() =>
        Assert.That(
            new ClaimsData().Treatments("1,,OPEN,B,").Claims(",1,3,A,OPEN,1.00,", $"{long.MaxValue},1,4,A,OPEN,1.00,").Cleaned("TREATMENT"),
            Is.EqualTo(new[] { "1,4,OPEN,B,," }));

    [Test]
    public void A_negative_program_is_never_given_but_the_type_beside_it_is() =>
        Assert.That(
            new ClaimsData()
                .Treatments("1,,OPEN,,", "2,,OPEN,,").Claims("1,1,-4,A,OPEN,1.00,", "2,1,6,B,OPEN,1.00,", "3,2,-4,C,OPEN,1.00,")
                .Cleaned("TREATMENT"),
            Is.EqualTo(new[] { "1,6,OPEN,A,,", "2,,OPEN,C,," }));

    [Test]
    public void A_claim_that_a_rule_drops_still_gives_its_program() =>
        Assert.That(
            new ClaimsData().Treatments("1,,OPEN,A,", "2,,OPEN,A,").Claims("-7,1,3,A,OPEN,1.00,", "1,1,4,A,OPEN,1.00,", "2,2,5,A,OPEN,0.00,").Cleaned("TREATMENT"),
            Is.EqualTo(new[] { "1,3,OPEN,A,,", "2,5,OPEN,A,," }));

    [Test]
    public void A_backfill_never_adds_rows_however_many_donors_there_are()
    {
        string[] treatments = [.. Enumerable.Range(0, 50).Select(i => $"1,5,OPEN,A,2024-01-{(i % 28) + 1:00} 00:00:00")];
        PipelineRun run = new ClaimsData().Treatments(treatments).Claims("1,1,,,OPEN,1.00,", "1,1,,,OPEN,1.00,", "2,1,,,OPEN,1.00,").Run();
        Assert.That(run["claim_agg"], Is.EqualTo(new[] { "OPEN,3,3.00,1.000000,1.00,1.00" }));
    }

    [Test]
    public void The_date_of_the_treatment_is_the_date_of_its_creation() =>
        Assert.That(new ClaimsData().Treatments($"1,2,OPEN,A,{Late}").Cleaned("TREATMENT"), Is.EqualTo(new[] { $"1,2,OPEN,A,{Late},{Late}" }));

    [Test]
    public void The_report_counts_rows_filled_and_still_null_and_keys_in_conflict()
    {
        PipelineRun run = new ClaimsData()
            .Treatments("1,,OPEN,A,", "1,,OPEN,A,", "2,,OPEN,A,", "3,9,OPEN,A,", "4,,OPEN,A,", "5,,OPEN,A,")
            .Claims(
                "1,1,3,A,OPEN,1.00,", "2,1,4,A,OPEN,1.00,", "3,2,5,A,OPEN,1.00,", "4,2,5,A,OPEN,1.00,", "5,2,-5,A,OPEN,1.00,",
                "6,3,1,A,OPEN,1.00,", "7,3,2,A,OPEN,1.00,", "8,4,-1,A,OPEN,1.00,")
            .Run();
        Assert.That(
            run.Report.OfType<BackfillLine>().Single(l => l.Column == "PROGRAM_ID"),
            Is.EqualTo(new BackfillLine("TREATMENT", "PROGRAM_ID", "CLAIM", 3, 2, 1)));
    }

    [Test]
    public void A_row_with_two_filled_columns_changed_once() =>
        Assert.That(
            new ClaimsData().Treatments("1,,OPEN,,", "2,,OPEN,B,", "3,,OPEN,B,").Claims("1,1,3,A,OPEN,1.00,", "2,2,3,A,OPEN,1.00,").Run()
                .Report.OfType<StepLine>().Single(l => l is { Table: "TREATMENT", Step: "backfill" }),
            Is.EqualTo(new StepLine("TREATMENT", "backfill", 3, 3, 2)));

    [Test]
    public void A_second_line_for_a_column_fills_what_the_first_left()
    {
        ClaimsOptions options = new()
        {
            Backfills =
            [
                new BackfillOptions { Table = "CLAIM", Column = "STATUS", FromTable = "TREATMENT", Key = "TREATMENT_ID" },
                new BackfillOptions { Table = "CLAIM", Column = "STATUS", FromTable = "INVOICE", Key = "TREATMENT_ID", FromKey = "TREATMENT_ID" },
            ],
        };
        ClaimsData data = new ClaimsData()
            .Treatments("1,5,OPEN,A,").Invoices("7,1,SENT,", "8,2,SENT,").Claims("1,1,,A,,1.00,", "2,2,,A,,1.00,", "3,3,,A,,1.00,");
        Assert.Multiple(() =>
        {
            Assert.That(data.Cleaned("CLAIM", options), Is.EqualTo(new[] { "1,1,,A,OPEN,1.00,", "2,2,,A,SENT,1.00,", "3,3,,A,,1.00," }));
            Assert.That(data.Run(options)["claim_agg"].Select(r => r[..6]), Is.EqualTo(new[] { ",1,1.0", "OPEN,1", "SENT,1" }));
            Assert.That(
                data.Run(options).Report.OfType<BackfillLine>().Select(l => (l.FromTable, l.Filled, l.StillNull)),
                Is.EqualTo(new[] { ("TREATMENT", 1L, 2L), ("INVOICE", 1L, 1L) }));
        });
    }

    [Test]
    public void A_key_that_was_filled_before_leads_to_donors_on_both_sides()
    {
        ClaimsOptions options = new()
        {
            Rules = [],
            Backfills =
            [
                new BackfillOptions { Table = "INVOICE", Column = "TREATMENT_ID", FromTable = "CLAIM", Key = "ID", FromKey = "ID" },
                new BackfillOptions { Table = "INVOICE", Column = "STATUS", FromTable = "TREATMENT", Key = "TREATMENT_ID" },
                new BackfillOptions { Table = "TREATMENT", Column = "TYPE", FromTable = "INVOICE", FromColumn = "STATUS", Key = "ID", FromKey = "TREATMENT_ID" },
            ],
        };
        ClaimsData data = new ClaimsData().Treatments("1,5,OPEN,,").Claims("7,1,,A,X,1.00,").Invoices("7,,,");
        Assert.Multiple(() =>
        {
            Assert.That(data.Cleaned("INVOICE", options), Is.EqualTo(new[] { "7,1,OPEN," }));
            Assert.That(data.Cleaned("TREATMENT", options), Is.EqualTo(new[] { "1,5,OPEN,OPEN,," }));
        });
    }

    [Test]
    public void A_table_can_give_to_itself() =>
        Assert.That(
            new ClaimsData().Claims("1,1,,A,X,1.00,", "2,1,,,Y,2.00,", "3,2,,,Z,3.00,").Cleaned(
                "CLAIM",
                new ClaimsOptions
                {
                    Backfills = [new BackfillOptions { Table = "CLAIM", Column = "TYPE", FromTable = "CLAIM", Key = "TREATMENT_ID", FromKey = "TREATMENT_ID" }],
                }),
            Is.EqualTo(new[] { "1,1,,A,X,1.00,", "2,1,,A,Y,2.00,", "3,2,,,Z,3.00," }));

    [Test]
    public void A_column_that_the_source_lacks_is_null_everywhere_and_filled() =>
        Assert.That(
            new ClaimsData().Treatments($"1,5,OPEN,A,{Early}").Claims($"1,1,,,OPEN,1.00,{Late}").Without("CLAIM", "DATE_CREATED").Cleaned("CLAIM"),
            Is.EqualTo(new[] { $"1,1,,,OPEN,1.00,{Early}" }));
}
