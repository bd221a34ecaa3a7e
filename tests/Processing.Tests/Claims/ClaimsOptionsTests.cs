using SparkEtl.Processing.Claims;
using SparkEtl.Processing.Claims.Options;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Utils.Configuration;

namespace SparkEtl.Processing.Tests.Claims;

public sealed class ClaimsOptionsTests
{
    [Test]
    public void The_defaults_are_what_the_project_configures()
    {
        ClaimsOptions configured = ConfigurationLoader.Load(
            new ConfigurationRequest { File = Repository.At("config.yaml"), Environment = "local" },
            [new ConfigurationSection("claims", typeof(ClaimsOptions)), new ConfigurationSection("visits", typeof(Processing.Visits.VisitsOptions))])
            .Section<ClaimsOptions>();
        var defaults = new ClaimsOptions();
        Assert.Multiple(() =>
        {
            Assert.That(defaults.Rules, Is.EqualTo(configured.Rules));
            Assert.That(defaults.Backfills, Is.EqualTo(configured.Backfills));
            Assert.That(defaults.Ignore, Is.EqualTo(configured.Ignore));
            Assert.That(defaults.Output, Is.EqualTo(configured.Output));
            Assert.That(defaults.PartitionBy, Is.EqualTo(configured.PartitionBy));
        });
    }

    [Test]
    public void Every_problem_is_listed_with_its_key()
    {
        ClaimsOptions options = new()
        {
            Rules = [new("CLAIMS", "a", "ID > 0"), new("CLAIM", "b", " "), new("CLAIM", "c", "ID > 0"), new("CLAIM", "c", "ID > 1")],
            Backfills =
            [
                new BackfillOptions { Table = "CLAIM", Column = "DAY", FromTable = "TREATMENT", Key = "TREATMENT_ID" },
                new BackfillOptions { Table = "CLAIM", Column = "STATUS", FromTable = "TREATMENT", Key = "STATUS", FromKey = "ID" },
                new BackfillOptions { Table = "CLAIM", Column = "STATUS", FromTable = "TREATMENT", Key = "TREATMENT_ID", Which = DonorChoice.Earliest },
                new BackfillOptions { Table = "CLAIM", Column = "ID", FromTable = "TREATMENT", Key = "ID" },
            ],
            Ignore = ["NAME", "ID", "TREATMENT_ID", "STATUS", "DATE_CREATED"],
            PartitionBy = ["MONTH"],
        };
        Assert.That(
            () => new ClaimsPipeline().Sources(options),
            Throws.TypeOf<PipelineException>().With.Message.EqualTo("""
                The settings of the claims job do not fit its tables:
                  claims.rules[0]: 'CLAIMS' is no table; there are TREATMENT, CLAIM, INVOICE, INVOICE_ITEM.
                  claims.rules[1]: the rule 'b' of CLAIM has no expression.
                  claims.rules[3]: CLAIM has another rule named 'c'; the report could not tell them apart.
                  claims.backfills[0]: 'DAY' is no column of CLAIM; there are ID, TREATMENT_ID, PROGRAM_ID, TYPE, STATUS, AMOUNT, DATE_CREATED.
                  claims.backfills[0]: 'DAY' is no column of TREATMENT; there are ID, PROGRAM_ID, STATUS, TYPE, DATE_CREATED.
                  claims.backfills[1]: CLAIM.STATUS is string and TREATMENT.ID is bigint; they must be of one type.
                  claims.backfills[1]: CLAIM.STATUS cannot be filled by itself as the key.
                  claims.backfills[2]: 'earliest' takes dates, and TREATMENT.STATUS is string; use smallest_id.
                  claims.backfills[3]: CLAIM.ID cannot be filled by itself as the key.
                  claims.ignore: 'NAME' is no column of any table; there are ID, PROGRAM_ID, STATUS, TYPE, DATE_CREATED, DATE_TREATMENT, TREATMENT_ID, AMOUNT, INVOICE_ID, PRODUCT_ID.
                  claims.ignore: it names every column of INVOICE, so that all its rows would be dropped; leave one out.
                  claims.partition_by: 'MONTH' is no column of any table; there are ID, PROGRAM_ID, STATUS, TYPE, DATE_CREATED, DATE_TREATMENT, TREATMENT_ID, AMOUNT, INVOICE_ID, PRODUCT_ID.
                """.ReplaceLineEndings("\n")));
    }

    [TestCase("AMOUNT <>", "claims.rules[0]: 'AMOUNT <>' is no condition over CLAIM")]
    [TestCase("AMUONT <> 0", "AMUONT")]
    [TestCase("AMOUNT + 1", "claims.rules[0]: 'AMOUNT + 1' is no condition over CLAIM")]
    [TestCase("sum(AMOUNT) > 1", "claims.rules[0]: 'sum(AMOUNT) > 1' is no condition over CLAIM")]
    [TestCase("DATE_TREATMENT IS NULL", "DATE_TREATMENT")]
    public void A_rule_that_is_no_condition_is_an_error_with_its_key(string expression, string message) =>
        Assert.That(
            () => new ClaimsData().Run(new ClaimsOptions { Rules = [new RuleOptions("CLAIM", "mine", expression)] }),
            Throws.TypeOf<PipelineException>().With.Message.Contains(message));

    [Test]
    public void A_donors_condition_is_checked_over_the_donors_table() =>
        Assert.That(
            () => new ClaimsData().Run(new ClaimsOptions
            {
                Backfills = [new BackfillOptions { Table = "CLAIM", Column = "TYPE", FromTable = "TREATMENT", Key = "TREATMENT_ID", Where = "AMOUNT > 0" }],
            }),
            Throws.TypeOf<PipelineException>().With.Message.StartsWith("claims.backfills[0].where: 'AMOUNT > 0' is no condition over TREATMENT"));

    [Test]
    public void Names_of_tables_and_columns_may_be_written_in_any_case()
    {
        ClaimsOptions options = new()
        {
            Rules = [new RuleOptions("claim", "amount", "amount > 1")],
            Backfills = [new BackfillOptions { Table = "claim", Column = "type", FromTable = "treatment", Key = "treatment_id", FromKey = "id" }],
            Ignore = ["id"],
        };
        Assert.That(
            new ClaimsData().Treatments("1,1,X,DENTAL,").Claims("1,1,,,OPEN,2.00,", "2,1,,,OPEN,1.00,").Cleaned("CLAIM", options),
            Is.EqualTo(new[] { "1,1,,DENTAL,OPEN,2.00," }));
    }

    [Test]
    public void Only_a_column_that_a_backfill_fills_may_be_missing()
    {
        ClaimsPipeline pipeline = new();
        Assert.Multiple(() =>
        {
            Assert.That(
                pipeline.Sources(new ClaimsOptions()).Select(s => string.Join(',', s.MayBeMissing)),
                Is.EqualTo(new[] { "PROGRAM_ID,TYPE", "DATE_CREATED", "DATE_CREATED", "DATE_CREATED" }));
            Assert.That(
                () => new ClaimsData().Without("CLAIM", "AMOUNT").Sources(),
                Throws.TypeOf<PipelineException>().With.Message.StartsWith("The table CLAIM is not as expected: it has no column AMOUNT. Its columns: ID bigint,"));
        });
    }
}
