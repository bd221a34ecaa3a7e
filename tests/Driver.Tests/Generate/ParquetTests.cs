using SparkEtl.Driver.Generate;
using SparkEtl.DuckDb;

namespace SparkEtl.Driver.Tests.Generate;

public sealed class ParquetTests
{
    private static readonly Dictionary<string, string> s_columns = new()
    {
        ["TREATMENT"] = "{'ID': 'BIGINT', 'PROGRAM_ID': 'BIGINT', 'STATUS': 'VARCHAR', 'TYPE': 'VARCHAR', 'DATE_CREATED': 'TIMESTAMPTZ'}",
        ["CLAIM"] = "{'ID': 'BIGINT', 'TREATMENT_ID': 'BIGINT', 'PROGRAM_ID': 'BIGINT', 'TYPE': 'VARCHAR', 'STATUS': 'VARCHAR', "
            + "'AMOUNT': 'DECIMAL(18,2)', 'DATE_CREATED': 'TIMESTAMPTZ'}",
        ["INVOICE"] = "{'ID': 'BIGINT', 'TREATMENT_ID': 'BIGINT', 'STATUS': 'VARCHAR', 'DATE_CREATED': 'TIMESTAMPTZ'}",
        ["INVOICE_ITEM"] = "{'ID': 'BIGINT', 'INVOICE_ID': 'BIGINT', 'PRODUCT_ID': 'BIGINT', 'STATUS': 'VARCHAR', "
            + "'AMOUNT': 'DECIMAL(18,2)', 'DATE_CREATED': 'TIMESTAMPTZ'}",
    };

    private string _folder = "";

    [OneTimeSetUp]
    public async Task Generate_both_formats()
    {
        _folder = Directory.CreateTempSubdirectory("sparketl-parquet-").FullName;
        foreach (GenerateFormat format in (GenerateFormat[])[GenerateFormat.Csv, GenerateFormat.Parquet])
            await ClaimsGenerator.GenerateAsync(new GenerateRequest(3_000, 12, _folder, format));
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Tables))]
    public void Both_formats_hold_the_same_rows_in_the_same_order(string table)
    {
        string csv = $"read_csv('{_folder}/{table}.csv', auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', "
            + $"new_line = '\\n', columns = {s_columns[table]})";
        string parquet = $"read_parquet('{_folder}/{table}.parquet')";
        const string Place = "row_number() OVER () AS place";
        string differences = $"WITH c AS (SELECT {Place}, * FROM {csv}), p AS (SELECT {Place}, * FROM {parquet}) "
            + "SELECT count(*) FROM ((FROM c EXCEPT ALL FROM p) UNION ALL (FROM p EXCEPT ALL FROM c))";
        Assert.That(Ask(differences), Is.EqualTo(0L));
        Assert.That(Ask($"SELECT count(*) FROM {parquet}"), Is.EqualTo(Ask($"SELECT count(*) FROM {csv}")).And.GreaterThan(2_999L));
    }

    [TestCaseSource(nameof(Tables))]
    public void Columns_are_typed_and_timestamps_are_marked_as_UTC(string table)
    {
        string described = (string)Ask(
            "SELECT '{' || string_agg('''' || column_name || ''': ''' || replace(column_type, ' WITH TIME ZONE', 'TZ') || '''', ', ') || '}' "
            + $"FROM (DESCRIBE FROM read_parquet('{_folder}/{table}.parquet'))")!;
        Assert.That(described, Is.EqualTo(s_columns[table]));
        Assert.That(
            Ask($"SELECT count(*) FROM parquet_schema('{_folder}/{table}.parquet') WHERE logical_type LIKE '%isAdjustedToUTC=1%'"),
            Is.EqualTo(1L));
    }

    [Test]
    public async Task No_claims_give_typed_files_without_rows()
    {
        string folder = Path.Combine(_folder, "none");
        await ClaimsGenerator.GenerateAsync(new GenerateRequest(0, 1, folder, GenerateFormat.Parquet));
        Assert.That(Ask($"SELECT count(AMOUNT) FROM read_parquet('{folder}/CLAIM.parquet')"), Is.EqualTo(0L));
    }

    [Test]
    public void Cancellation_leaves_no_file()
    {
        string folder = Path.Combine(_folder, "cancelled");
        using var cancellation = new CancellationTokenSource();
        Assert.That(
            () => ClaimsGenerator.GenerateAsync(
                new GenerateRequest(1_000_000, 2, folder, GenerateFormat.Parquet), new CancelAtOnce(cancellation), cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.GetFileSystemEntries(folder), Is.Empty);
    }

    private static object? Ask(string sql)
    {
        using DuckDbDatabase database = DuckDbDatabase.Open(new DuckDbOptions { Threads = 1, PreserveInsertionOrder = true });
        using DuckDbConnection connection = database.Connect();
        using DuckDbResult result = connection.Query(sql);
        return result.NextChunk()![0].GetValue(0);
    }

    private static IEnumerable<string> Tables() => s_columns.Keys;

    private sealed class CancelAtOnce(CancellationTokenSource cancellation) : IProgress<GenerateProgress>
    {
        public void Report(GenerateProgress value) => cancellation.Cancel();
    }
}
