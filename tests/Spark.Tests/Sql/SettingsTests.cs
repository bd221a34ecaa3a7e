using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Sql;

public class SettingsTests
{
    [Test]
    public void Settings_hold_what_was_set()
    {
        var conf = new SparkConf().SetMaster("local[3]").SetAppName("a").SetSparkHome("/opt/spark").Set("spark.x", "7");
        Assert.That(conf.GetAll().Select(p => p.Key), Is.EqualTo(["spark.app.name", "spark.home", "spark.master", "spark.x"]));
        Assert.That(conf.GetInt("spark.x", 1), Is.EqualTo(7));
        Assert.That(conf.GetInt("spark.y", 1), Is.EqualTo(1));
        Assert.That(conf.Get("spark.y", "none"), Is.EqualTo("none"));
        Assert.That(() => conf.GetInt("spark.master", 1), Throws.TypeOf<AnalysisException>().With.Message.Contains("local[3]"));
        Assert.That(() => conf.Set("spark.sql.session.timeZone", "Europe/Berlin"), Throws.TypeOf<RefusedException>().With.Message.Contains("UTC"));
        Assert.That(() => conf.Set("spark.sql.session.timeZone", "Etc/UTC"), Throws.Nothing);
    }

    [Test]
    public void A_context_knows_its_parallelism()
    {
        Assert.That(new SparkContext("local[3]", "a").DefaultParallelism, Is.EqualTo(3));
        Assert.That(new SparkContext("local", "a").DefaultParallelism, Is.EqualTo(1));
        Assert.That(new SparkContext(new SparkConf().Set("spark.default.parallelism", "5")).DefaultParallelism, Is.EqualTo(5));
        Assert.That(new SparkContext().DefaultParallelism, Is.EqualTo(Environment.ProcessorCount));
    }

    [Test]
    public void A_context_keeps_what_describes_jobs_and_refuses_files_for_machines()
    {
        var context = new SparkContext();
        context.SetJobGroup("g", "d");
        context.SetCheckpointDir("/tmp/c");
        Assert.That((context.JobGroup, context.JobDescription, context.GetCheckpointDir()), Is.EqualTo(("g", "d", "/tmp/c")));
        context.ClearJobGroup();
        Assert.That(context.JobGroup, Is.Null);
        Assert.That(() => context.AddFile("x"), Throws.TypeOf<RefusedException>().With.Message.Contains("--files"));
        Assert.That(() => context.SetLogLevel("loud"), Throws.TypeOf<AnalysisException>().With.Message.Contains("WARN"));
    }

    [Test]
    public void A_storage_level_prints_as_Spark_prints_it()
    {
        Assert.That(StorageLevel.MEMORY_AND_DISK.ToString(), Is.EqualTo("StorageLevel(disk, memory, deserialized, 1 replicas)"));
        Assert.That(StorageLevel.DISK_ONLY_2.Description(), Is.EqualTo("Disk Serialized 2x Replicated"));
        Assert.That(new StorageLevel(true, false, false, false), Is.EqualTo(StorageLevel.DISK_ONLY));
        Assert.That(StorageLevel.NONE, Is.Not.EqualTo(StorageLevel.DISK_ONLY));
    }
}
