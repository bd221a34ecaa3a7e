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
