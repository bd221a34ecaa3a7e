using SparkEtl.EndToEnd.Tests.Servers;

namespace SparkEtl.EndToEnd.Tests.Reference;

/// <summary>The reference itself, on rows few enough to be worked out by hand.</summary>
public sealed class ReferencePreprocessingTests
{
    private const string Early = "2024-01-01 00:00:00";
    private const string Late = "2024-02-02 12:30:59";

    [Test]
    public async Task Only_rows_of_nulls_alone_are_dropped()
    {
        var tables = await new ClaimsCsv()
            .Treatments(",,,,", "1,,,,", $",,,,{Early}").Claims(",,,,,,", ",,,,,5.00,").Invoices(",,,", ",,OPEN,").Items(",,,,,", ",,7,,,")
            .ReferenceAsync();
        Assert.Multiple(() =>
        {
            Assert.That(tables["TREATMENT"].Rows, Has.Count.EqualTo(2));
            Assert.That(tables["CLAIM"].Rows, Has.Count.EqualTo(1));
            Assert.That(tables["INVOICE"].Rows, Has.Count.EqualTo(1));
            Assert.That(tables["INVOICE_ITEM"].Rows, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task A_date_comes_from_the_earliest_treatment_of_the_key_also_from_one_that_is_filtered_out() =>
        Assert.That(
            await new ClaimsCsv()
                .Treatments($"1,5,OPEN,A,{Late}", $"1,-5,OPEN,A,{Early}", "1,5,OPEN,A,", $",5,OPEN,A,{Early}")
                .Claims("1,1,,,OPEN,1.00,", $"2,1,,,OPEN,1.00,{Late}", "3,9,,,OPEN,1.00,", "4,,,,OPEN,1.00,")
                .ReferenceAsync("CLAIM"),
            Is.EqualTo(new[]
            {
                $"1,1,,,OPEN,1.00,{Early}", $"2,1,,,OPEN,1.00,{Late}", "3,9,,,OPEN,1.00,", "4,,,,OPEN,1.00,",
            }));

    [Test]
    public async Task An_item_takes_the_date_that_its_invoice_was_given() =>
        Assert.That(
            await new ClaimsCsv()
                .Treatments($"1,5,OPEN,A,{Early}").Invoices("10,1,OPEN,", $"10,2,OPEN,{Late}", $"11,-1,OPEN,{Late}")
                .Items("1,10,1,OPEN,1.00,", "2,11,1,OPEN,1.00,")
                .ReferenceAsync("INVOICE_ITEM"),
            Is.EqualTo(new[] { $"1,10,1,OPEN,1.00,{Early}", $"2,11,1,OPEN,1.00,{Late}" }));

    [Test]
    public async Task A_program_comes_from_the_claim_of_the_smallest_ID_that_has_one_and_a_type_on_its_own() =>
        Assert.That(
            await new ClaimsCsv()
                .Treatments("1,,OPEN,,", "2,,OPEN,,", "3,,OPEN,,", "4,8,OPEN,B,", ",,OPEN,,")
                .Claims(
                    "30,1,3,Z,OPEN,1.00,", "20,1,4,,OPEN,1.00,", "10,1,,Y,OPEN,1.00,", ",1,1,A,OPEN,1.00,",
                    ",2,7,K,OPEN,1.00,", ",2,6,L,OPEN,1.00,",
                    "5,3,9,\uFF24,OPEN,1.00,", "5,3,8,\U0001F9B7,OPEN,1.00,",
                    "6,4,1,A,OPEN,1.00,", "7,,1,A,OPEN,1.00,")
                .ReferenceAsync("TREATMENT"),
            Is.EqualTo(new[] { ",,OPEN,,,", "1,4,OPEN,Y,,", "2,6,OPEN,K,,", "3,8,OPEN,\uFF24,,", "4,8,OPEN,B,," }));

    [Test]
    public async Task A_negative_program_is_never_given_but_the_type_beside_it_is() =>
        Assert.That(
            await new ClaimsCsv()
                .Treatments("1,,OPEN,,", "2,,OPEN,,")
                .Claims("1,1,-4,A,OPEN,1.00,", "2,1,6,B,OPEN,1.00,", "3,2,-4,C,OPEN,1.00,")
                .ReferenceAsync("TREATMENT"),
            Is.EqualTo(new[] { "1,6,OPEN,A,,", "2,,OPEN,C,," }));

    [Test]
    public async Task A_claim_that_is_filtered_out_still_gives_its_program() =>
        Assert.That(
            await new ClaimsCsv()
                .Treatments("1,,OPEN,A,", "2,,OPEN,A,").Claims("-7,1,3,A,OPEN,1.00,", "1,1,4,A,OPEN,1.00,", "2,2,5,A,OPEN,0.00,")
                .ReferenceAsync("TREATMENT"),
            Is.EqualTo(new[] { "1,3,OPEN,A,,", "2,5,OPEN,A,," }));

    [Test]
    public async Task The_date_of_the_treatment_is_the_date_of_its_creation() =>
        Assert.That(
            await new ClaimsCsv().Treatments($"1,2,OPEN,A,{Late}").ReferenceAsync("TREATMENT"),
            Is.EqualTo(new[] { $"1,2,OPEN,A,{Late},{Late}" }));

    [Test]
    public async Task Filters_drop_what_is_wrong_and_keep_what_is_unknown()
    {
        var tables = await new ClaimsCsv()
            .Claims(
                "-1,1,1,A,OPEN,1.00,", "1,-1,1,A,OPEN,1.00,", "2,1,-1,A,OPEN,1.00,", "3,1,1,A,OPEN,0.00,", "4,1,1,A,OPEN,-0.01,",
                "5,,,,,,", "0,0,0,A,OPEN,1.00,", "-2,-2,-2,A,OPEN,0.00,", "6,1,-2,A,OPEN,0.00,")
            .ReferenceAsync();
        Assert.Multiple(() =>
        {
            Assert.That(tables["CLAIM"].Rows.Select(row => row[0]), Is.EqualTo(new[] { "0", "4", "5" }));
            Assert.That(
                tables["report_filter"].Rows.Where(row => row[0] == "CLAIM").Select(row => (row[2], row[4])),
                Is.EqualTo(new[] { ("ID", "2"), ("TREATMENT_ID", "1"), ("PROGRAM_ID", "2"), ("AMOUNT", "1") }));
        });
    }

    [Test]
    public async Task The_report_counts_filled_rows_rows_still_null_and_keys_in_conflict()
    {
        var tables = await new ClaimsCsv()
            .Treatments("1,,OPEN,A,", "1,,OPEN,A,", "2,,OPEN,A,", "3,9,OPEN,A,", "4,,OPEN,A,", "5,,OPEN,A,")
            .Claims(
                "1,1,3,A,OPEN,1.00,", "2,1,4,A,OPEN,1.00,", "3,2,5,A,OPEN,1.00,", "4,2,5,A,OPEN,1.00,", "5,2,-5,A,OPEN,1.00,",
                "6,3,1,A,OPEN,1.00,", "7,3,2,A,OPEN,1.00,", "8,4,-1,A,OPEN,1.00,")
            .ReferenceAsync();
        TextTable report = tables["report_backfill"];
        Assert.That(
            report.Rows.Single(row => row[1] == "PROGRAM_ID"), Is.EqualTo(new[] { "TREATMENT", "PROGRAM_ID", "3", "2", "1" }));
    }

    [Test]
    public async Task Text_goes_through_unchanged()
    {
        string[] rows =
        [
            "1,1,\"NULL\",A,", "2,1,\"a,b\",A,", "3,1,\"say \"\"x\"\"\",A,", "4,1,\\N,A,", "5,1,a\tb\\,A,", "6,1, ,A,", "7,1,PAID ,A,",
            "8,1,\U0001F9B7e\u0301,A,",
        ];
        Assert.That(await new ClaimsCsv().Treatments(rows).ReferenceAsync("TREATMENT"), Is.EqualTo(rows.Select(row => $"{row},")));
    }

    [TestCase("1,x,OPEN,A,")]
    [TestCase("1,2,OPEN,A,2024-02-30 00:00:00")]
    public void A_value_that_MariaDB_would_change_on_the_way_in_is_an_error(string row) =>
        Assert.That(
            () => new ClaimsCsv().Treatments(row).ReferenceAsync(),
            Throws.InvalidOperationException.With.Message.Contains("Warning"));
}
