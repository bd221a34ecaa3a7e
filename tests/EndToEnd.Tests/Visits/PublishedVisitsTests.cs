using System.Globalization;
using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Tests.Visits;

/// <summary>The visits pipeline over a hospital's real visitors, whose daily counts others have published; and over our own sample.</summary>
public sealed class PublishedVisitsTests
{
    private static readonly string s_real = Path.GetFullPath(Repository.At("../shared/samples/visits"));

    private string _folder = "";

    [SetUp]
    public void Make_a_folder() => _folder = Directory.CreateTempSubdirectory("sparketl-visits-").FullName;

    [TearDown]
    public void Remove_it() => Directory.Delete(_folder, recursive: true);

    // How many files, and by which seed the rows are dealt to them; a file may come out with a header alone.
    [TestCase(1, 0)]
    [TestCase(2, 1)]
    [TestCase(3, 2)]
    [TestCase(7, 3)]
    [TestCase(150, 4)]
    public async Task The_real_visitors_give_the_published_counts_however_the_file_is_split(int files, int seed)
    {
        string users = Path.Combine(s_real, "users.csv");
        if (!File.Exists(users))
            Assert.Ignore($"The real visitors are not here: no {users}.");
        string[] lines = await File.ReadAllLinesAsync(users);
        var random = new Random(seed);
        var parts = Enumerable.Range(0, files).Select(_ => new List<string> { lines[0] }).ToList();
        foreach (string line in lines[1..])
            parts[random.Next(files)].Add(line);
        Directory.CreateDirectory(Path.Combine(_folder, "in"));
        for (int i = 0; i < files; i++)
            await File.WriteAllLinesAsync(Path.Combine(_folder, "in", $"users-{i}.csv"), parts[i]);

        Assert.That(await DailyVisitsAsync("in"), Is.EqualTo(await PublishedAsync()));
    }

    [Test]
    public async Task Our_own_sample_gives_what_MariaDB_gave()
    {
        string[] expected = [.. (await File.ReadAllLinesAsync(Repository.At("samples/visits/expected/daily_visits.csv"))).Skip(1).Select(l => Day(l.Split(',')))];

        Assert.That(await DailyVisitsAsync(Repository.At("samples/visits")), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_visit_without_a_date_is_counted_in_the_report_and_in_no_day()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "in"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "in", "a.csv"), "visit_date,name\n2024-01-02,a\n,b\n2024-01-01,c\n2024-01-02,d\n");

        Assert.That(await DailyVisitsAsync("in"), Is.EqualTo(new[] { "2024-01-01 1 null", "2024-01-02 2 1.5" }));
        Assert.That(_report, Does.Contain("4 rows in, 3 out"));
    }

    [Test]
    public async Task A_folder_without_the_column_is_an_error_that_names_the_file()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "in"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "in", "a.csv"), "visit_date,name\n2024-01-02,a\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "in", "b.csv"), "date,name\n2024-01-02,a\n");
        await ConfigureAsync("in");

        (await RunProgram.DotNetAsync(_folder, RunProgram.SparkEtl, "local")).IsFailure("b.csv", "visit_date");
    }

    private string _report = "";

    private Task ConfigureAsync(string path) => File.WriteAllTextAsync(Path.Combine(_folder, "config.yaml"), $$"""
        local:
          engine: {kind: duckdb, threads: 2}
          target: {kind: duckdb, path: out/results.duckdb}
          visits: {path: {{path}}, columns: [visit_date]}
        """);

    private async Task<string[]> DailyVisitsAsync(string path)
    {
        await ConfigureAsync(path);
        _report = (await RunProgram.DotNetAsync(_folder, RunProgram.SparkEtl, "local")).IsDone();
        string shown = (await RunProgram.DotNetAsync(_folder, RunProgram.SparkEtl, "show", "daily_visits", "--env", "local", "--format", "csv")).IsDone();
        string[] lines = shown.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0], Is.EqualTo("visit_date,visitors,observed"));
        return [.. lines.Skip(1).Select(l => Day(l.Split(',')))];
    }

    // "index","year","month","day","observed","count"
    private static async Task<string[]> PublishedAsync() =>
    [
        .. (await File.ReadAllLinesAsync(Path.Combine(s_real, "expected_daily_user_counts.csv"))).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','))
            .Select(f => Day([$"{f[1]}-{int.Parse(f[2], CultureInfo.InvariantCulture):00}-{int.Parse(f[3], CultureInfo.InvariantCulture):00}", f[5], f[4]])),
    ];

    private static string Day(string[] fields) =>
        $"{fields[0]} {long.Parse(fields[1], CultureInfo.InvariantCulture)} "
        + (fields[2] is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) : "null");
}
