using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Files;

/// <summary>Files that one engine writes are read by both: the same types, the same rows, the same family of error.</summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public sealed class FileParityTests(string version)
{
    private DuckDbEngine duckdb = null!;
    private string folder = "";

    private static IEnumerable<TestCaseData> Cases => FileCases.All.Select(c => new TestCaseData(c).SetArgDisplayNames(c.ToString()));

    private static IEnumerable<TestCaseData> Raw => RawFiles.All.Select(c => new TestCaseData(c).SetArgDisplayNames(c.ToString()));

    [OneTimeSetUp]
    public void Open()
    {
        duckdb = new DuckDbEngine(new DuckDbEngineOptions());
        folder = Directory.CreateTempSubdirectory("sparketl-files-").FullName;
    }

    [OneTimeTearDown]
    public void Close()
    {
        duckdb.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [TestCaseSource(nameof(Cases))]
    public void What_one_engine_writes_both_read_alike(object of)
    {
        var written = (FileCase)of;
        var spark = Sparks.Engine(version);
        var rows = Some.Plan(written.Rows);
        var answers = new List<(string Writer, Answer Embedded, Answer Spark)>();
        foreach (var (writer, name) in new (IEngine, string)[] { (spark, "spark"), (duckdb, "embedded") })
        {
            var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
            try
            {
                writer.Write(rows, new WriteRequest(written.Format, path, null, WriteMode.ErrorIfExists, written.PartitionBy, FileCase.Parse(written.WriteOptions)), CancellationToken.None);
            }
            catch (RefusedException e)
            {
                TestContext.Out.WriteLine($"{name} refuses to write: {e.Message}");
                continue;
            }

            answers.Add((name, Read(duckdb, written, path), Read(spark, written, path)));
        }

        if (KnownFileDifferences.Reason(written.ToString(), version) is { } reason)
        {
            Assert.That(answers.Exists(a => !Same(a.Embedded, a.Spark)), Is.True, $"They agree by now, though the list says: {reason}");
            return;
        }

        using (Assert.EnterMultipleScope())
        {
            foreach (var (writer, embedded, right) in answers)
            {
                Assert.That(Same(embedded, right), Is.True, $"written by {writer}\n   spark    {right}\n   embedded {embedded}");
            }

            if (answers.Count == 2)
            {
                Assert.That(Same(answers[1].Spark, answers[0].Spark), Is.True, $"read by spark\n   written by spark    {answers[0].Spark}\n   written by embedded {answers[1].Spark}");
            }
        }
    }

    [TestCaseSource(nameof(Raw))]
    public void A_file_is_read_alike(object of)
    {
        var raw = (RawFile)of;
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N") + "." + raw.Format);
        File.WriteAllBytes(path, raw.Encoding.GetBytes(raw.Content));
        var read = new FileCase(raw.Name, raw.Format, "") { ReadOptions = raw.Options, Schema = raw.Schema };
        var (embedded, right) = (Read(duckdb, read, path), Read(Sparks.Engine(version), read, path));
        var reason = KnownFileDifferences.Reason(raw.ToString(), version);

        Assert.That(Same(embedded, right), Is.EqualTo(reason is null), $"{reason}\n   spark    {right}\n   embedded {embedded}");
    }

    private static bool Same(Answer embedded, Answer right)
    {
        if (embedded.IsRefused)
        {
            // Its documented answer.
            TestContext.Out.WriteLine($"refused: {embedded}");
        }

        return embedded.IsRefused || (IsMalformed(embedded) && IsMalformed(right)) || Answer.Agree(embedded, right);
    }

    // Spark 4 raises one error for all that is wrong in a file, and says what in its text.
    private static bool IsMalformed(Answer answer) => answer is { Types: "ERROR", Rows: [var error] }
        && (error.StartsWith("MALFORMED_RECORD_IN_PARSING", StringComparison.Ordinal) || error.StartsWith("FAILED_READ_FILE", StringComparison.Ordinal));

    private static Answer Read(IEngine engine, FileCase of, string path) => Answer.Of(engine, () => engine.Read(
        new FileSource(of.Format, [path], FileCase.Parse(of.WriteOptions, of.ReadOptions), of.Schema is null ? null : SparkSqlParser.ParseSchema(of.Schema)), CancellationToken.None));
}
