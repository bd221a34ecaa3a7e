using SparkEtl.Processing.Claims.Options;
using SparkEtl.Processing.Pipelines.Results;

namespace SparkEtl.Processing.Tests.Claims;

public sealed class CleanedFilesTests
{
    private static readonly ClaimsData s_data = new ClaimsData()
        .Treatments("1,5,OPEN,A,2024-01-01 10:00:00").Claims("1,1,,A,OPEN,1.00,").Invoices("7,1,OPEN,").Items("8,7,2,OPEN,1.00,");

    [Test]
    public void Without_an_output_no_files_are_written() => Assert.That(s_data.Run().Result.Files, Is.Empty);

    [Test]
    public void Each_table_is_partitioned_by_those_of_the_columns_that_it_has() =>
        Assert.That(
            s_data.Run(new ClaimsOptions { Output = "out/", PartitionBy = ["program_id", "AMOUNT", "DATE_CREATED"] }).Result.Files
                .Select(f => (f.Path, string.Join(',', f.PartitionBy))),
            Is.EqualTo(new[]
            {
                ("out/TREATMENT", "PROGRAM_ID,DATE_CREATED_DATE"), ("out/CLAIM", "PROGRAM_ID,AMOUNT,DATE_CREATED_DATE"),
                ("out/INVOICE", "DATE_CREATED_DATE"), ("out/INVOICE_ITEM", "AMOUNT,DATE_CREATED_DATE"),
            }));

    [Test]
    public void A_timestamp_partitions_by_its_date_and_stays_in_the_file() =>
        Assert.That(
            s_data.Run(new ClaimsOptions { Output = "out", PartitionBy = ["DATE_CREATED"] })["out/INVOICE_ITEM"],
            Is.EqualTo(new[] { "8,7,2,OPEN,1.00,2024-01-01 10:00:00,2024-01-01" }));

    [Test]
    public void The_files_have_every_column_that_was_read() =>
        Assert.That(
            s_data.Run(new ClaimsOptions { Output = "out", PartitionBy = [] }).Result.Files.Select(f => string.Join(',', f.Frame.Columns())),
            Is.EqualTo(new[]
            {
                "ID,PROGRAM_ID,STATUS,TYPE,DATE_CREATED,DATE_TREATMENT", "ID,TREATMENT_ID,PROGRAM_ID,TYPE,STATUS,AMOUNT,DATE_CREATED",
                "ID,TREATMENT_ID,STATUS,DATE_CREATED", "ID,INVOICE_ID,PRODUCT_ID,STATUS,AMOUNT,DATE_CREATED",
            }));

    [Test]
    public void Each_file_output_is_a_folder_of_its_table() =>
        Assert.That(s_data.Run(new ClaimsOptions { Output = "s3a://bucket/x" }).Result.Files, Has.Exactly(1).Matches<FileOutput>(f => f.Path == "s3a://bucket/x/CLAIM"));
}
