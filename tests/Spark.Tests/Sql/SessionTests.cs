using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Tests.Sql;

public class SessionTests
{
    private SparkSession spark = null!;

    [SetUp]
    public void Start() => spark = Some.Session();

    [TearDown]
    public void Stop() => spark.Dispose();

    [Test]
    public void A_range_has_its_end_left_out()
    {
        Assert.That(Some.Lines(spark.Range(3)), Is.EqualTo(["[0]", "[1]", "[2]"]));
        Assert.That(Some.Lines(spark.Range(5, 0, -2)), Is.EqualTo(["[5]", "[3]", "[1]"]));
        Assert.That(spark.Range(1).Schema().Fields[0].ToString(), Is.EqualTo("StructField(id,bigint,False)"));
        Assert.That(() => spark.Range(0, 1, 0), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void Values_of_one_type_become_a_column_named_1()
    {
        Assert.That(Some.Lines(spark.CreateDataFrame([1, 2])), Is.EqualTo(["[1]", "[2]"]));
        Assert.That(spark.CreateDataFrame([1]).Schema().Fields[0].IsNullable, Is.False);
        Assert.That(spark.CreateDataFrame(new int?[] { 1, null }).DTypes().Single(), Is.EqualTo(Tuple.Create("_1", "int")));
        Assert.That(Some.Lines(spark.CreateDataFrame([new Date(2024, 2, 29)])), Is.EqualTo(["[2024-02-29]"]));
        Assert.That(Some.Lines(spark.CreateDataFrame([new Timestamp(2024, 2, 29, 1, 2, 3, 4)])), Is.EqualTo(["[2024-02-29 01:02:03.000004]"]));
    }

    [Test]
    public void Values_of_every_type_come_back_as_they_went_in()
    {
        var types = new[]
        {
            "a tinyint", "b smallint", "c int", "d bigint", "e float", "f double", "g decimal(18,2)", "h decimal(38,10)", "i string",
            "j binary", "k boolean", "l date", "m timestamp", "n timestamp_ntz", "o array<int>", "p map<string,int>", "q struct<x:int,y:string>",
        };
        object?[] values =
        [
            (sbyte)-1, (short)2, 3, 4L, 1.5f, 2.5, 1.10m, System.Data.SqlTypes.SqlDecimal.Parse("1234567890123456789012345678.0123456789"), "x\u00e9\U0001F600",
            new byte[] { 0, 255 }, true, new Date(1, 1, 1), new Timestamp(9999, 12, 31, 23, 59, 59, 999_999), new DateTime(2024, 1, 2, 3, 4, 5),
            new object?[] { 1, null }, new Dictionary<object, object?> { ["k"] = 1, ["l"] = null }, new GenericRow([1, null]),
        ];
        var frame = Some.Frame(spark, types, values, new object?[values.Length]);
        var rows = frame.Collect().ToArray();
        Assert.That(rows[0].Values.Zip(values).Where(p => !new GenericRow([p.First]).Equals(new GenericRow([p.Second]))), Is.Empty);
        Assert.That(rows[1].Values, Is.All.Null);
    }

    [Test]
    public void A_value_that_does_not_fit_its_column_is_refused_with_its_place()
    {
        Assert.That(
            () => Some.Frame(spark, ["a int"], [1], ["x"]),
            Throws.TypeOf<AnalysisException>().With.Message.Contains("Row 1, column 'a'").And.Message.Contains("int"));
        Assert.That(() => Some.Frame(spark, ["a int"], [1, 2]), Throws.TypeOf<AnalysisException>().With.Message.Contains("2 value(s)"));
        Assert.That(() => Some.Frame(spark, ["a decimal(3,1)"], [100m]), Throws.TypeOf<AnalysisException>());
        Assert.That(
            () => spark.CreateDataFrame([new GenericRow([null])], new StructType([new StructField("a", new IntegerType(), false)])),
            Throws.TypeOf<AnalysisException>().With.Message.Contains("never is"));
    }

    [Test]
    public void A_view_is_found_by_name_whatever_its_case_and_a_missing_one_names_those_that_exist()
    {
        spark.Range(2).CreateOrReplaceTempView("Numbers");
        Assert.That(Some.Lines(spark.Sql("select id + 1 from numbers")), Is.EqualTo(["[1]", "[2]"]));
        Assert.That(spark.Table("NUMBERS").Count(), Is.EqualTo(2));
        Assert.That(() => spark.Table("nubers"), Throws.TypeOf<AnalysisException>().With.Message.Contains("Numbers"));
        Assert.That(() => spark.Range(1).CreateTempView("numbers"), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void A_new_session_shares_the_engine_and_global_views_but_not_views_and_settings()
    {
        var other = spark.NewSession();
        spark.Range(2).CreateOrReplaceTempView("mine");
        spark.Range(3).CreateGlobalTempView("ours");
        spark.Conf().Set("spark.sql.shuffle.partitions", 7);
        Assert.That(() => other.Table("mine"), Throws.TypeOf<AnalysisException>());
        Assert.That(other.Table("global_temp.ours").Count(), Is.EqualTo(3));
        Assert.That(other.Conf().Get("spark.sql.shuffle.partitions", "none"), Is.EqualTo("none"));
    }

    [Test]
    public void What_was_observed_is_there_after_the_action_and_missing_before()
    {
        var frame = spark.Range(10).Observe("steps", Count(Lit(1)).As("rows"), Max("id").As("last")).Filter("id < 3");
        Assert.That(() => spark.ObservedMetrics("steps"), Throws.TypeOf<QueryException>().With.Message.Contains("steps"));
        Assert.That(frame.Count(), Is.EqualTo(3));
        var row = spark.ObservedMetrics("steps");
        Assert.That(row.GetAs<long>("rows"), Is.EqualTo(10));
        Assert.That(row.GetAs<long>("last"), Is.EqualTo(9));
    }

    [Test]
    public void Settings_the_meaning_depends_on_are_fixed()
    {
        Assert.That(spark.Conf().Get("spark.sql.ansi.enabled"), Is.EqualTo("true"));
        Assert.That(() => spark.Conf().Set("spark.sql.ansi.enabled", false), Throws.TypeOf<RefusedException>());
        Assert.That(() => spark.Conf().Set("spark.sql.ansi.enabled", true), Throws.Nothing);
        Assert.That(spark.Conf().IsModifiable("spark.sql.ansi.enabled"), Is.False);
        Assert.That(spark.Conf().IsModifiable("spark.sql.shuffle.partitions"), Is.True);
        Assert.That(() => spark.Conf().Get("spark.nothing"), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void A_stopped_session_says_so()
    {
        var frame = spark.Range(1);
        spark.Stop();
        Assert.That(() => frame.Count(), Throws.TypeOf<AnalysisException>().With.Message.Contains("stopped"));
    }

    [Test]
    public void The_builder_gives_the_session_in_use_until_it_stops()
    {
        using var first = SparkSession.Builder().AppName("a").Config(Builder.ThreadsKey, 1).GetOrCreate();
        var second = SparkSession.Builder().Config("spark.sql.x", "1").GetOrCreate();
        Assert.That(second, Is.SameAs(first));
        Assert.That(first.Conf().Get("spark.sql.x"), Is.EqualTo("1"));
        Assert.That(SparkSession.Active(), Is.SameAs(first));
        Assert.That(first.EngineDescription, Does.StartWith("DuckDB"));
        first.Stop();
        Assert.That(SparkSession.GetActiveSession(), Is.Null);
        Assert.That(() => SparkSession.Active(), Throws.TypeOf<AnalysisException>());
        Assert.That(() => SparkSession.Builder().Config(Builder.EngineKey, "mainframe").GetOrCreate(), Throws.TypeOf<RefusedException>());
    }

    [Test]
    public void A_cancelled_token_stops_an_action()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(
            async () => await spark.Range(1_000_000_000_000).Agg(Sum("id")).CollectAsync(cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }
}
