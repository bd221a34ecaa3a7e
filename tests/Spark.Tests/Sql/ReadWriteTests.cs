using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Tests.Sql;

public class ReadWriteTests
{
    private SparkSession spark = null!;
    private string folder = null!;

    [SetUp]
    public void Start()
    {
        spark = Some.Session();
        folder = Directory.CreateTempSubdirectory("sparketl-").FullName;
    }

    [TearDown]
    public void Stop()
    {
        spark.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void What_is_written_is_read_again()
    {
        var written = Some.Frame(spark, ["id int", "amount decimal(18,2)", "at timestamp"], [1, 1.10m, new Timestamp(2024, 1, 2, 3, 4, 5, 6)], [2, null, null]);
        written.Write().Parquet(At("p"));
        var read = spark.Read().Parquet(At("p"));
        Assert.That(read.DTypes(), Is.EqualTo(written.DTypes()));
        Assert.That(Some.Lines(read), Is.EqualTo(Some.Lines(written)));
        Assert.That(read.InputFiles(), Is.Not.Empty.And.All.EndsWith(".parquet"));
    }

    [Test]
    public void Modes_say_what_happens_to_data_that_is_there()
    {
        spark.Range(2).Write().Save(At("m"));
        Assert.That(() => spark.Range(1).Write().Save(At("m")), Throws.InstanceOf<SparkSqlException>());
        spark.Range(1).Write().Mode("ignore").Save(At("m"));
        Assert.That(spark.Read().Load(At("m")).Count(), Is.EqualTo(2));
        spark.Range(3).Write().Mode(SaveMode.Append).Save(At("m"));
        Assert.That(spark.Read().Load(At("m")).Count(), Is.EqualTo(5));
        spark.Range(1).Write().Mode("OVERWRITE").Save(At("m"));
        Assert.That(spark.Read().Load(At("m")).Count(), Is.EqualTo(1));
        Assert.That(() => spark.Range(1).Write().Mode("sometimes"), Throws.TypeOf<AnalysisException>().With.Message.Contains("sometimes"));
    }

    [Test]
    public void Partitions_are_folders_and_columns_again()
    {
        var data = spark.Range(4).WithColumn("k", Col("id") % 2);
        data.Write().PartitionBy("k").Parquet(At("k"));
        Assert.That(Directory.GetDirectories(At("k")).Select(Path.GetFileName).Order(), Is.EqualTo(["k=0", "k=1"]));
        Assert.That(spark.Read().Parquet(At("k")).Filter("k = 1").Count(), Is.EqualTo(2));
        Assert.That(() => data.Write().PartitionBy("none").Parquet(At("n")), Throws.TypeOf<AnalysisException>());
        Assert.That(() => data.Write().PartitionBy("id", "k").Parquet(At("n")), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void A_schema_and_options_say_how_a_file_is_read()
    {
        File.WriteAllText(At("a.csv"), "id,name\n1,x\n2,\n");
        var read = spark.Read().Schema("id INT, name STRING").Option("header", true).Csv(At("a.csv"));
        Assert.That(read.DTypes().Select(t => t.Item2), Is.EqualTo(["int", "string"]));
        Assert.That(Some.Lines(read), Is.EqualTo(["[1,x]", "[2,null]"]));
        Assert.That(() => spark.Read().Schema("id INTT"), Throws.TypeOf<AnalysisException>());
        Assert.That(() => spark.Read().Csv(At("missing.csv")), Throws.InstanceOf<SparkSqlException>().With.Message.Contains("missing.csv"));
        Assert.That(() => spark.Read().Load(), Throws.TypeOf<AnalysisException>().With.Message.Contains("path"));
    }

    [Test]
    public void JSON_is_written_and_read_back_with_its_types_inferred()
    {
        var rows = Some.Frame(spark, ["name string", "n bigint", "at timestamp"], ["x", 1L, new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc)], [null, null, null]);
        rows.Write().Json(At("j"));
        Assert.That(Directory.EnumerateFiles(At("j"), "*.json").Select(File.ReadAllText).Single(), Is.EqualTo("{\"name\":\"x\",\"n\":1,\"at\":\"2024-01-02T03:04:05.000Z\"}\n{}\n"));
        var read = spark.Read().Json(At("j"));
        Assert.That(read.DTypes(), Is.EqualTo([Tuple.Create("at", "string"), Tuple.Create("n", "bigint"), Tuple.Create("name", "string")]));
        Assert.That(Some.Lines(read), Is.EqualTo(["[2024-01-02T03:04:05.000Z,1,x]", "[null,null,null]"]));
        rows.Limit(1).Write().Mode("overwrite").Json(At("j"));
        Assert.That(spark.Read().Schema("n INT NOT NULL, at TIMESTAMP").Json(At("j")).Where("at = timestamp'2024-01-02 03:04:05' and n is not null").Count(), Is.EqualTo(1));
        Assert.That(spark.Read().Schema("missing INT NOT NULL").Json(At("j")).Where("missing is null").Count(), Is.EqualTo(1));
    }

    [Test]
    public void Text_is_read_and_written_line_by_line()
    {
        File.WriteAllText(At("a.txt"), "one\r\ntwo\n");
        var read = spark.Read().Text(At("a.txt"));
        Assert.That(Some.Lines(read), Is.EqualTo(["[one]", "[two]"]));
        read.Select(Upper(read["value"])).Write().Text(At("t"));
        Assert.That(Directory.EnumerateFiles(At("t"), "*.txt").Select(File.ReadAllText).Single(), Is.EqualTo("ONE\nTWO\n"));
        Assert.That(() => spark.Range(1).Write().Text(At("u")), Throws.TypeOf<AnalysisException>().With.Message.Contains("id bigint"));
    }

    [Test]
    public void A_malformed_JSON_record_is_told_with_its_file_line_and_field()
    {
        File.WriteAllText(At("a.json"), "{\"a\":1}\n{\"a\":\"x\"}\n");
        var read = spark.Read().Schema("a INT").Option("mode", "FAILFAST").Json(At("a.json"));
        Assert.That(() => read.Collect().ToList(), Throws.TypeOf<QueryException>().With.Message.Contains(At("a.json") + "(2): found \"x\" in the field a, expected int"));
        File.WriteAllText(At("a.json"), "{\"a\":1}\n\n{\"a\":\n");
        read = spark.Read().Schema("a INT").Option("mode", "FAILFAST").Json(At("a.json"));
        Assert.That(() => read.Collect().ToList(), Throws.TypeOf<QueryException>().With.Message.Contains(At("a.json") + "(3): found a record that is no JSON object"));
    }

    [Test]
    public void What_the_engine_cannot_read_or_write_is_refused_by_name()
    {
        Assert.That(() => spark.Read().Orc(At("o")), Throws.TypeOf<RefusedException>().With.Message.Contains("orc"));
        Assert.That(() => spark.Read().Jdbc("jdbc:mysql://h/d", "t", []), Throws.TypeOf<RefusedException>().With.Message.Contains("jdbc"));
        Assert.That(() => spark.Range(1).Write().BucketBy(2, "id").SaveAsTable("t"), Throws.TypeOf<RefusedException>().With.Message.Contains("PartitionBy"));
        Assert.That(() => spark.Range(1).WriteTo("t").Overwrite(Lit(true)), Throws.TypeOf<RefusedException>());
        Assert.That(() => spark.Range(1).WriteTo("t").Append(), Throws.TypeOf<AnalysisException>().With.Message.Contains("'t'"));
    }

    [Test]
    public async Task A_write_has_a_form_that_does_not_block()
    {
        await spark.Range(2).Write().SaveAsync(At("async"));
        Assert.That(spark.Read().Load(At("async")).Count(), Is.EqualTo(2));
    }

    private string At(string name) => Path.Combine(folder, name);
}
