using System.Data.SqlTypes;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Jvm.Tests.Engine;

/// <summary>Frames over rows of the program and files, on Spark.</summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
internal sealed class FrameTests(string version)
{
    [OneTimeSetUp]
    public void Needs_that_Spark() => _ = Sparks.Required(version);

    private string folder = null!;
    private SparkSession Spark => field ??= Sparks.Session(version);

    [SetUp]
    public void Start()
    {
        folder = Directory.CreateTempSubdirectory("sparketl-").FullName;
    }

    [TearDown]
    public void Stop() => Directory.Delete(folder, recursive: true);

    // Few rows stand in the text of a statement, many are sent.
    [TestCase(1)]
    [TestCase(300)]
    public void Values_of_every_type_come_back_as_they_went(int rows)
    {
        using var embedded = new SparkSession(
            new SessionState(new DuckDbEngine(new DuckDbEngineOptions()), CancellationToken.None), new SparkContext(new SparkConf()));
        Assert.That(Lines(Spark, rows), Is.EqualTo(Lines(embedded, rows)));

        static string[] Lines(SparkSession session, int rows) =>
            [.. session.CreateDataFrame(Enumerable.Range(0, rows).SelectMany(_ => Some.RowsOfEveryType()), Some.EveryType()).Collect().Select(r => r.ToString())];
    }

    [Test]
    public void Exact_values_keep_every_digit()
    {
        var row = Spark.CreateDataFrame(
            [new GenericRow([SqlDecimal.Parse("-9999999999999999999999999999999999.9999"), Timestamp.FromMicrosecondsSinceEpoch(-62135596800000001 + 1), double.Epsilon, -0.0])],
            new StructType([new("d", SqlTypes.Decimal(38, 4)), new("t", SqlTypes.Timestamp), new("e", SqlTypes.Double), new("z", SqlTypes.Double)])).Collect().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.Get(0)!.ToString(), Is.EqualTo("-9999999999999999999999999999999999.9999"));
            Assert.That(((Timestamp)row.Get(1)!).MicrosecondsSinceEpoch, Is.EqualTo(-62135596800000000));
            Assert.That(row.Get(2), Is.EqualTo(double.Epsilon));
            Assert.That(double.IsNegative((double)row.Get(3)!), Is.True);
        }
    }

    [TestCase("o'neil")]
    [TestCase("\"quoted\" and `ticked`")]
    [TestCase("back\\slash \\' \\n \\u0041 \\\\")]
    [TestCase("line\nfeed\r\ttab")]
    [TestCase("50% of _ and $1")]
    [TestCase("nothing \0 there")]
    [TestCase("emoji \U0001F600 and \u00e9")]
    public void A_text_in_a_statement_is_what_was_written(string text)
    {
        var row = Spark.Range(1).Select(Lit(text).As("t"), (Lit(text) == Lit(text)).As("same"), Length(Lit(text)).As("n")).Collect().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.Get(0), Is.EqualTo(text));
            Assert.That(row.Get(1), Is.True);
            Assert.That(row.Get(2), Is.EqualTo(text.EnumerateRunes().Count()));
        }
    }

    [TestCase("parquet")]
    [TestCase("json")]
    [TestCase("csv")]
    public void What_is_written_is_read_again(string format)
    {
        var written = Spark.CreateDataFrame(
            [new GenericRow([1, 1.10m, "a,\"b\""]), new GenericRow([2, null, null])],
            new StructType([new("id", SqlTypes.Integer), new("amount", SqlTypes.Decimal(18, 2)), new("name", SqlTypes.String)]));
        written.Write().Format(format).Option("header", true).Option("escape", "\"").Save(At(format));
        var read = Spark.Read().Format(format).Schema("id INT, amount DECIMAL(18,2), name STRING").Option("header", true).Option("escape", "\"").Load(At(format));
        Assert.That(read.OrderBy("id").Collect().Select(r => r.ToString()), Is.EqualTo(["[1,1.10,a,\"b\"]", "[2,null,null]"]));
        Assert.That(() => written.Write().Format(format).Save(At(format)), Throws.InstanceOf<SparkSqlException>(), "there is data already");
        written.Write().Format(format).Mode(SaveMode.Append).Save(At(format));
        written.Write().Format(format).Mode(SaveMode.Overwrite).Save(At(format));
        Assert.That(Spark.Read().Format(format).Load(At(format)).Columns(), Has.Count.EqualTo(3));
    }

    [Test]
    public void Partitions_are_folders_and_columns_again()
    {
        Spark.Range(4).WithColumn("k", Col("id") % 2).Write().PartitionBy("k").Parquet(At("k"));
        Assert.That(Directory.GetDirectories(At("k")).Select(Path.GetFileName).Order(), Is.EqualTo(["k=0", "k=1"]));
        Assert.That(Spark.Read().Parquet(At("k")).Filter("k = 1").Count(), Is.EqualTo(2));
    }

    [Test]
    public void A_file_that_is_missing_or_a_column_that_is_not_there_is_told_by_name()
    {
        Assert.That(() => Spark.Read().Csv(At("missing.csv")), Throws.TypeOf<AnalysisException>().With.Message.Contains("missing.csv"));
        Assert.That(() => Spark.Range(1).Select("ids"), Throws.TypeOf<AnalysisException>().With.Message.Contains("ids"));
    }

    [Test]
    public void A_value_that_does_not_fit_fails_with_Sparks_error_class_and_its_causes()
    {
        File.WriteAllText(At("bad.csv"), "id\n1\nx\n");
        var read = Spark.Read().Schema("id INT").Option("header", true).Option("mode", "FAILFAST").Csv(At("bad.csv"));
        Assert.That(() => read.Collect(), Throws.TypeOf<QueryException>().With.Message.Contains("bad.csv").Or.Message.Contains("FAILFAST"));
        var error = Assert.Throws<QueryException>(() => Spark.Range(1).Select(Lit(1) / Col("id")).Collect());
        Assert.That(error!.ErrorClass, Is.EqualTo("DIVIDE_BY_ZERO"));
        Assert.That(error.InnerException, Is.InstanceOf<Engines.Jvm.Gateway.JavaException>());
    }

    [Test]
    public void An_address_that_Spark_would_read_wrongly_is_refused_and_a_server_that_is_down_is_told()
    {
        Assert.That(
            () => Spark.Read().Jdbc("jdbc:mariadb://localhost/d", "t", []), Throws.TypeOf<RefusedException>().With.Message.Contains("permitMysqlScheme"));
        Assert.That(
            () => Spark.Read().Jdbc("jdbc:postgresql://localhost:1/d", "t", new Dictionary<string, string> { ["user"] = "u", ["password"] = "p4ss-word" }),
            Throws.InstanceOf<SparkSqlException>().With.Message.Contains("localhost:1").And.Message.Not.Contains("p4ss-word"));
    }

    [Test]
    public void The_last_rows_and_large_results_come_in_order()
    {
        Assert.That(Spark.Range(1000).Tail(3).Select(r => r.Get(0)), Is.EqualTo([997L, 998L, 999L]));
        var sum = 0L;
        var count = 0;
        foreach (var row in Spark.Range(300_000).Select(Col("id"), Lit("some text that takes room").As("t")).ToLocalIterator())
        {
            Assert.That(row.Get(0), Is.EqualTo((long)count++));
            sum += (long)row.Get(0)!;
        }

        Assert.That(sum, Is.EqualTo(299_999L * 300_000 / 2));
    }

    [Test]
    public void A_result_that_is_not_read_to_its_end_is_given_up()
    {
        using (var rows = Spark.Range(300_000).ToLocalIterator().GetEnumerator())
        {
            Assert.That(rows.MoveNext(), Is.True);
        }

        Assert.That(Spark.Range(3).Count(), Is.EqualTo(3));
    }

    [Test]
    public void Settings_are_taken_while_the_session_runs_and_contrary_ones_are_refused()
    {
        Assert.That(() => Spark.Conf().Set("spark.sql.ansi.enabled", false), Throws.TypeOf<RefusedException>().With.Message.Contains("spark.sql.ansi.enabled"));
        Spark.Conf().Set("spark.sql.shuffle.partitions", 3);
        Assert.That(Spark.Conf().Get("spark.sql.shuffle.partitions"), Is.EqualTo("3"));
    }

    [Test]
    public void Explain_shows_the_statement_and_Sparks_own_plan()
    {
        var frame = Spark.Range(10).Filter(Col("id") > 3);
        Assert.That(frame.ExplainText("extended"), Does.Contain("Filter").And.Contain("SELECT t0.c0 AS `id` FROM range(").And.Contain("== Physical Plan ==").And.Contain("Range (0, 10"));
        var again = frame.Statements();
        Assert.That(frame.Statements(), Is.EqualTo(again));
    }

    private string At(string name) => Path.Combine(folder, name);
}
