using SparkEtl.Driver.Generate;

namespace SparkEtl.Driver.Tests.Generate;

public sealed class ClaimsGeneratorTests
{
    private string _folder = "";

    [SetUp]
    public void Make_a_folder() => _folder = Directory.CreateTempSubdirectory("sparketl-generate-").FullName;

    [TearDown]
    public void Remove_it() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task The_same_seed_gives_the_same_bytes()
    {
        IReadOnlyList<GeneratedFile> first = await Generate("a", rows: 700, seed: 5);
        IReadOnlyList<GeneratedFile> second = await Generate("b", rows: 700, seed: 5);
        foreach ((GeneratedFile one, GeneratedFile other) in first.Zip(second))
            Assert.That(File.ReadAllBytes(other.Path), Is.EqualTo(File.ReadAllBytes(one.Path)), one.Table);
    }

    [Test]
    public async Task Another_seed_gives_other_values_in_every_table()
    {
        IReadOnlyList<GeneratedFile> first = await Generate("a", rows: 700, seed: 5);
        IReadOnlyList<GeneratedFile> second = await Generate("b", rows: 700, seed: 6);
        foreach ((GeneratedFile one, GeneratedFile other) in first.Zip(second))
            Assert.That(File.ReadAllBytes(other.Path), Is.Not.EqualTo(File.ReadAllBytes(one.Path)), one.Table);
    }

    [TestCase(0, 0, 0, 0)]
    [TestCase(1, 1, 1, 3)]
    [TestCase(10, 10, 15, 30)]
    [TestCase(257, 257, 385, 771)]
    public async Task The_number_of_claims_decides_the_size_of_every_table(long rows, long treatments, long invoices, long items)
    {
        IReadOnlyList<GeneratedFile> files = await Generate("out", rows, seed: 1);
        var counted = files.Select(file => (file.Table, file.Rows, (long)CsvRows.Read(file.Path).Count));
        Assert.That(counted, Is.EqualTo(new[]
        {
            ("TREATMENT", treatments, treatments), ("CLAIM", rows, rows), ("INVOICE", invoices, invoices), ("INVOICE_ITEM", items, items),
        }));
    }

    [Test]
    public async Task The_files_have_the_columns_of_the_source_tables()
    {
        IReadOnlyList<GeneratedFile> files = await Generate("out", rows: 1, seed: 1);
        Assert.That(files.Select(file => File.ReadLines(file.Path).First()), Is.EqualTo(new[]
        {
            "ID,PROGRAM_ID,STATUS,TYPE,DATE_CREATED",
            "ID,TREATMENT_ID,PROGRAM_ID,TYPE,STATUS,AMOUNT,DATE_CREATED",
            "ID,TREATMENT_ID,STATUS,DATE_CREATED",
            "ID,INVOICE_ID,PRODUCT_ID,STATUS,AMOUNT,DATE_CREATED",
        }));
    }

    [Test]
    public async Task Most_rows_of_a_large_set_are_clean()
    {
        IReadOnlyList<GeneratedFile> files = await Generate("out", rows: 5_000, seed: 3);
        foreach (GeneratedFile file in files)
        {
            var rows = CsvRows.Read(file.Path);
            int whole = rows.Count(row => row.Values.All(value => value is not null && value[0] != '-' && value != "0.00"));
            Assert.That((double)whole / rows.Count, Is.InRange(0.4, 0.85), file.Table);
        }
    }

    [Test]
    public void A_negative_number_of_rows_is_refused() =>
        Assert.That(() => Generate("out", rows: -1, seed: 1), Throws.TypeOf<GenerateException>().With.Message.Contains("Found -1"));

    [Test]
    public async Task A_folder_that_cannot_be_made_is_an_error_that_names_it()
    {
        string file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "not a folder");
        Assert.That(
            () => Generate("file/out", rows: 1, seed: 1),
            Throws.TypeOf<GenerateException>().With.Message.Contains(Path.Combine(_folder, "file")).And.Message.Contains("--out"));
    }

    [Test]
    public void A_name_that_is_taken_by_a_folder_leaves_nothing_behind()
    {
        string taken = Path.Combine(_folder, "out", "INVOICE.csv");
        Directory.CreateDirectory(taken);
        Assert.That(() => Generate("out", rows: 10, seed: 1), Throws.TypeOf<GenerateException>().With.Message.Contains(taken));
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(_folder, "out")), Is.EqualTo(new[] { taken }));
    }

    [Test]
    public async Task Cancellation_leaves_the_old_files_and_nothing_else()
    {
        IReadOnlyList<GeneratedFile> old = await Generate("out", rows: 10, seed: 1);
        byte[] before = await File.ReadAllBytesAsync(old[0].Path);
        using var cancellation = new CancellationTokenSource();
        var progress = new Callback(_ => cancellation.Cancel());
        Assert.That(
            () => ClaimsGenerator.GenerateAsync(
                new GenerateRequest(50_000, 2, Path.Combine(_folder, "out"), GenerateFormat.Csv), progress, cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await File.ReadAllBytesAsync(old[0].Path), Is.EqualTo(before));
        Assert.That(
            Directory.GetFiles(Path.Combine(_folder, "out")), Is.EquivalentTo(old.Select(file => file.Path)));
    }

    [Test]
    public async Task Progress_ends_at_the_size_of_each_table()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, GenerateProgress>();
        await ClaimsGenerator.GenerateAsync(
            new GenerateRequest(10_000, 2, Path.Combine(_folder, "out"), GenerateFormat.Csv),
            new Callback(progress => seen[progress.Table] = progress));
        Assert.That(seen.Values, Is.EquivalentTo(new[]
        {
            new GenerateProgress("TREATMENT", 10_000, 10_000), new GenerateProgress("CLAIM", 10_000, 10_000),
            new GenerateProgress("INVOICE", 15_000, 15_000), new GenerateProgress("INVOICE_ITEM", 30_000, 30_000),
        }));
    }

    private Task<IReadOnlyList<GeneratedFile>> Generate(string name, long rows, long seed) =>
        ClaimsGenerator.GenerateAsync(new GenerateRequest(rows, seed, Path.Combine(_folder, name), GenerateFormat.Csv));

    /// <summary>Reports at once, on the thread that reports.</summary>
    private sealed class Callback(Action<GenerateProgress> report) : IProgress<GenerateProgress>
    {
        public void Report(GenerateProgress value) => report(value);
    }
}
