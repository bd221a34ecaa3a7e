namespace SparkEtl.EndToEnd.Tests.Reference;

/// <summary>The reference's three results, on rows few enough to be worked out by hand.</summary>
public sealed class ReferenceAggregationTests
{
    [Test]
    public async Task Claims_are_summed_by_the_bytes_of_their_status_and_a_null_is_a_status() =>
        Assert.That(
            await new ClaimsCsv().Claims(
                "1,1,1,A,PAID,10.00,", "1,1,1,A,PAID,-0.01,", "2,1,1,A,PAID,,", "3,1,1,A,paid,5.00,", "4,1,1,A,PAID ,6.00,", "5,1,1,A,,7.00,",
                "6,1,1,A,NONE,,", "7,1,1,A,Paye\u0301,1.00,", "8,1,1,A,Pay\u00E9,2.00,")
                .ReferenceAsync("claim_agg"),
            Is.EqualTo(new[]
            {
                ",1,7.00,7.000000,7.00,7.00", "NONE,1,,,,", "PAID,3,9.99,4.995000,10.00,-0.01", "PAID ,1,6.00,6.000000,6.00,6.00",
                "Paye\u0301,1,1.00,1.000000,1.00,1.00", "Pay\u00E9,1,2.00,2.000000,2.00,2.00", "paid,1,5.00,5.000000,5.00,5.00",
            }));

    // 32 amounts whose sum is a cent: 0.01 / 32 = 0.0003125. A claim without an amount is not one of the 32.
    [TestCase("1.01", "-1.00", "0.01", "0.000313")]
    [TestCase("1.00", "-1.01", "-0.01", "-0.000313")]
    public async Task An_average_is_rounded_half_away_from_zero(string plus, string minus, string total, string average) =>
        Assert.That(
            await new ClaimsCsv()
                .Claims([.. Enumerable.Range(1, 15).SelectMany(id => (string[])[$"{id},1,1,A,X,8.00,", $"{id},1,1,A,X,-8.00,"])])
                .Claims($"90,1,1,A,X,{plus},", $"91,1,1,A,X,{minus},", "92,1,1,A,X,,")
                .ReferenceAsync("claim_agg"),
            Is.EqualTo(new[] { $"X,33,{total},{average},8.00,-8.00" }));

    [Test]
    public async Task Invoices_are_counted_by_row_and_the_latest_date_may_be_missing() =>
        Assert.That(
            await new ClaimsCsv()
                .Invoices("1,1,OPEN,2024-01-01 00:00:00", "1,1,OPEN,2024-01-02 00:00:00", ",1,OPEN,", "2,1,,", "-3,1,OPEN,2025-01-01 00:00:00")
                .ReferenceAsync("invoice_agg"),
            Is.EqualTo(new[] { ",1,", "OPEN,3,2024-01-02 00:00:00" }));

    [Test]
    public async Task An_invoice_counts_once_for_each_status_that_a_claim_of_its_treatment_has() =>
        Assert.That(
            await new ClaimsCsv()
                .Claims(
                    "1,1,1,A,OPEN,1.00,", "2,1,1,A,OPEN,1.00,", "3,1,1,A,PAID,1.00,", "4,2,1,A,OPEN,1.00,", "5,1,1,A,,1.00,",
                    "6,3,1,A,LONELY,1.00,", "7,,1,A,KEYLESS,1.00,", "8,1,1,A,GONE,0.00,")
                .Invoices("10,1,X,", "10,1,X,", "10,2,X,", "11,2,X,", ",1,X,", "12,9,X,", "13,,X,", "-14,1,X,")
                .Items(
                    "1,10,1,X,5.00,", "1,10,1,X,5.00,", "2,11,1,X,0.50,", "3,11,1,X,,", "4,12,1,X,100.00,", "5,,1,X,100.00,",
                    "6,13,1,X,100.00,", "7,10,1,X,0.00,", "8,10,-1,X,100.00,")
                .ReferenceAsync("invoice_by_claim_status"),
            Is.EqualTo(new[] { ",1,10.00", "KEYLESS,0,", "LONELY,0,", "OPEN,2,10.50", "PAID,1,10.00" }));
}
