namespace SparkEtl.Processing.Tests.Claims;

public sealed class AggregationTests
{
    [Test]
    public void Claims_are_summed_by_the_bytes_of_their_status_and_a_null_is_a_status() =>
        Assert.That(
            new ClaimsData().Claims(
                "1,1,1,A,PAID,10.00,", "1,1,1,A,PAID,-0.01,", "2,1,1,A,PAID,,", "3,1,1,A,paid,5.00,", "4,1,1,A,PAID ,6.00,", "5,1,1,A,,7.00,",
                "6,1,1,A,NONE,,", "7,1,1,A,Paye\u0301,1.00,", "8,1,1,A,Pay\u00E9,2.00,")
                .Run()["claim_agg"],
            Is.EqualTo(new[]
            {
                ",1,7.00,7.000000,7.00,7.00", "NONE,1,,,,", "PAID ,1,6.00,6.000000,6.00,6.00", "PAID,3,9.99,4.995000,10.00,-0.01",
                "Paye\u0301,1,1.00,1.000000,1.00,1.00", "Pay\u00E9,1,2.00,2.000000,2.00,2.00", "paid,1,5.00,5.000000,5.00,5.00",
            }));

    // 32 amounts whose sum is a cent: 0.01 / 32 = 0.0003125. A claim without an amount is not one of the 32.
    [TestCase("1.01", "-1.00", "0.01", "0.000313")]
    [TestCase("1.00", "-1.01", "-0.01", "-0.000313")]
    public void An_average_is_rounded_half_away_from_zero(string plus, string minus, string total, string average) =>
        Assert.That(
            new ClaimsData()
                .Claims([.. Enumerable.Range(1, 15).SelectMany(id => (string[])[$"{id},1,1,A,X,8.00,", $"{id},1,1,A,X,-8.00,"])])
                .Claims($"90,1,1,A,X,{plus},", $"91,1,1,A,X,{minus},", "92,1,1,A,X,,")
                .Run()["claim_agg"],
            Is.EqualTo(new[] { $"X,33,{total},{average},8.00,-8.00" }));

    [Test]
    public void A_sum_may_be_larger_than_an_amount_can_be() =>
        Assert.That(
            new ClaimsData().Claims("1,1,1,A,X,9999999999999999.99,", "2,1,1,A,X,9999999999999999.99,").Run()["claim_agg"],
            Is.EqualTo(new[] { "X,2,19999999999999999.98,9999999999999999.990000,9999999999999999.99,9999999999999999.99" }));

    [Test]
    public void Invoices_are_counted_by_row_and_the_latest_date_may_be_missing() =>
        Assert.That(
            new ClaimsData()
                .Invoices("1,1,OPEN,2024-01-01 00:00:00", "1,1,OPEN,2024-01-02 00:00:00", ",1,OPEN,", "2,1,,", "-3,1,OPEN,2025-01-01 00:00:00")
                .Run()["invoice_agg"],
            Is.EqualTo(new[] { ",1,", "OPEN,3,2024-01-02 00:00:00" }));

    [Test]
    public void The_latest_date_may_be_one_that_was_filled() =>
        Assert.That(
            new ClaimsData().Treatments("1,1,X,A,2024-03-03 00:00:00").Invoices("1,1,OPEN,", "2,2,OPEN,2024-01-02 00:00:00").Run()["invoice_agg"],
            Is.EqualTo(new[] { "OPEN,2,2024-03-03 00:00:00" }));

    [Test]
    public void An_invoice_counts_once_for_each_status_that_a_claim_of_its_treatment_has() =>
        Assert.That(
            new ClaimsData()
                .Claims(
                    "1,1,1,A,OPEN,1.00,", "2,1,1,A,OPEN,1.00,", "3,1,1,A,PAID,1.00,", "4,2,1,A,OPEN,1.00,", "5,1,1,A,,1.00,",
                    "6,3,1,A,LONELY,1.00,", "7,,1,A,KEYLESS,1.00,", "8,1,1,A,GONE,0.00,")
                .Invoices("10,1,X,", "10,1,X,", "10,2,X,", "11,2,X,", ",1,X,", "12,9,X,", "13,,X,", "-14,1,X,")
                .Items(
                    "1,10,1,X,5.00,", "1,10,1,X,5.00,", "2,11,1,X,0.50,", "3,11,1,X,,", "4,12,1,X,100.00,", "5,,1,X,100.00,",
                    "6,13,1,X,100.00,", "7,10,1,X,0.00,", "8,10,-1,X,100.00,")
                .Run()["invoice_by_claim_status"],
            Is.EqualTo(new[] { ",1,10.00", "KEYLESS,0,", "LONELY,0,", "OPEN,2,10.50", "PAID,1,10.00" }));

    [Test]
    public void Items_without_amounts_give_no_amount() =>
        Assert.That(
            new ClaimsData().Claims("1,1,1,A,OPEN,1.00,").Invoices("10,1,X,").Items("1,10,1,X,,", "2,10,1,X,,").Run()["invoice_by_claim_status"],
            Is.EqualTo(new[] { "OPEN,1," }));

    [Test]
    public void Invoices_are_never_matched_to_statuses_of_claims_by_a_missing_treatment() =>
        Assert.That(
            new ClaimsData().Claims("1,,1,A,OPEN,1.00,").Invoices("10,,X,").Items("1,10,1,X,5.00,").Run()["invoice_by_claim_status"],
            Is.EqualTo(new[] { "OPEN,0," }));
}
