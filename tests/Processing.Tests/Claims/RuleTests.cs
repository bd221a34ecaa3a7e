using SparkEtl.Processing.Claims.Options;
using SparkEtl.Processing.Pipelines.Reports;

namespace SparkEtl.Processing.Tests.Claims;

public sealed class RuleTests
{
    private static readonly ClaimsData s_claims = new ClaimsData().Claims(
        "-1,1,1,A,OPEN,1.00,", "1,-1,1,A,OPEN,1.00,", "2,1,-1,A,OPEN,1.00,", "3,1,1,A,OPEN,0.00,", "4,1,1,A,OPEN,-0.01,",
        "5,,,,,,", "0,0,0,A,OPEN,1.00,", "-2,-2,-2,A,OPEN,0.00,", "6,1,-2,A,OPEN,0.00,");

    [Test]
    public void What_breaks_a_rule_goes_and_what_is_unknown_stays() =>
        Assert.That(s_claims.Cleaned("CLAIM"), Is.EqualTo(new[] { "0,0,0,A,OPEN,1.00,", "4,1,1,A,OPEN,-0.01,", "5,,,,,," }));

    [Test]
    public void A_row_that_breaks_several_rules_is_counted_under_the_first() =>
        Assert.That(
            s_claims.Run().Report.OfType<FilterLine>().Where(l => l.Table == "CLAIM").Select(l => (l.Rule, l.Dropped)),
            Is.EqualTo(new[] { ("id_not_negative", 2L), ("treatment_id_not_negative", 1L), ("program_id_not_negative", 2L), ("amount_not_zero", 1L) }));

    [Test]
    public void Rows_out_of_the_filter_are_those_that_no_rule_dropped() =>
        Assert.That(
            s_claims.Run().Report.OfType<StepLine>().Single(l => l is { Table: "CLAIM", Step: "filter" }),
            Is.EqualTo(new StepLine("CLAIM", "filter", 9, 3, 0)));

    [Test]
    public void A_rule_sees_what_a_backfill_wrote()
    {
        ClaimsOptions options = new() { Rules = [new RuleOptions("TREATMENT", "small_program", "PROGRAM_ID < 5"), new RuleOptions("TREATMENT", "id", "ID > 1")] };
        ClaimsData data = new ClaimsData().Treatments("1,,OPEN,A,", "2,,OPEN,A,", "3,,OPEN,A,", "4,9,OPEN,A,").Claims("1,1,7,A,OPEN,1.00,", "2,2,3,A,OPEN,1.00,");
        Assert.Multiple(() =>
        {
            Assert.That(data.Cleaned("TREATMENT", options), Is.EqualTo(new[] { "2,3,OPEN,A,,", "3,,OPEN,A,," }));
            Assert.That(
                data.Run(options).Report.OfType<FilterLine>(),
                Is.EqualTo(new[] { new FilterLine("TREATMENT", "small_program", 2), new FilterLine("TREATMENT", "id", 0) }));
        });
    }

    [Test]
    public void A_rule_sees_the_date_of_the_treatment() =>
        Assert.That(
            new ClaimsData().Treatments("1,1,OPEN,A,2024-01-01 00:00:00", "2,1,OPEN,A,2023-12-31 23:59:59").Cleaned(
                "TREATMENT", new ClaimsOptions { Rules = [new RuleOptions("TREATMENT", "recent", "DATE_TREATMENT >= TIMESTAMP '2024-01-01 00:00:00'")] }),
            Is.EqualTo(new[] { "1,1,OPEN,A,2024-01-01 00:00:00,2024-01-01 00:00:00" }));

    [TestCase("PROGRAM_ID >= 0")]
    [TestCase("PROGRAM_ID >= 0 AND DATE_TREATMENT IS NOT NULL")]
    public void A_row_is_counted_once_whether_or_not_it_had_to_wait_for_a_backfill(string rule)
    {
        ClaimsOptions options = new() { Rules = [new RuleOptions("TREATMENT", "id", "ID >= 0"), new RuleOptions("TREATMENT", "program", rule)] };
        ClaimsData data = new ClaimsData()
            .Treatments(
                "1,1,OPEN,A,2024-01-01 00:00:00", "-2,1,OPEN,A,2024-01-01 00:00:00", "3,-1,OPEN,A,2024-01-01 00:00:00",
                "-4,,OPEN,A,2024-01-01 00:00:00", "5,-1,OPEN,,2024-01-01 00:00:00", "6,,OPEN,A,2024-01-01 00:00:00", ",,,,")
            .Claims("1,6,7,A,OPEN,1.00,");
        Assert.Multiple(() =>
        {
            Assert.That(
                data.Cleaned("TREATMENT", options),
                Is.EqualTo(new[] { "1,1,OPEN,A,2024-01-01 00:00:00,2024-01-01 00:00:00", "6,7,OPEN,A,2024-01-01 00:00:00,2024-01-01 00:00:00" }));
            Assert.That(
                data.Run(options).Report.OfType<FilterLine>(),
                Is.EqualTo(new[] { new FilterLine("TREATMENT", "id", 2), new FilterLine("TREATMENT", "program", 2) }));
            Assert.That(
                data.Run(options).Report.OfType<StepLine>().Single(l => l is { Table: "TREATMENT", Step: "filter" }),
                Is.EqualTo(new StepLine("TREATMENT", "filter", 6, 2, 0)));
        });
    }

    [Test]
    public void A_rule_on_a_filled_column_drops_rows_of_the_results()
    {
        ClaimsOptions options = new() { Rules = [new RuleOptions("INVOICE", "recent", "DATE_CREATED >= TIMESTAMP '2024-01-01 00:00:00'")] };
        Assert.That(
            new ClaimsData()
                .Treatments("1,1,OPEN,A,2023-05-05 00:00:00", "2,1,OPEN,A,2024-05-05 00:00:00")
                .Invoices("1,1,OPEN,", "2,2,OPEN,", "3,3,OPEN,").Run(options)["invoice_agg"],
            Is.EqualTo(new[] { "OPEN,2,2024-05-05 00:00:00" }));
    }

    [Test]
    public void Without_rules_nothing_is_filtered() =>
        Assert.That(s_claims.Cleaned("CLAIM", new ClaimsOptions { Rules = [] }), Has.Length.EqualTo(9));

    [Test]
    public void Text_is_compared_byte_by_byte() =>
        Assert.That(
            new ClaimsData().Claims("1,1,1,A,PAID,1.00,", "2,1,1,A,paid,1.00,", "3,1,1,A,PAID ,1.00,").Cleaned(
                "CLAIM", new ClaimsOptions { Rules = [new RuleOptions("CLAIM", "paid", "STATUS = 'PAID'")] }),
            Is.EqualTo(new[] { "1,1,1,A,PAID,1.00," }));
}
