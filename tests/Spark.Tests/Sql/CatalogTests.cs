using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Sql;

public class CatalogTests
{
    private SparkSession spark = null!;

    [SetUp]
    public void Start()
    {
        spark = Some.Session();
        Some.Frame(spark, ["a int", "b string"], [1, "x"]).CreateOrReplaceTempView("mine");
        spark.Range(3).CreateOrReplaceGlobalTempView("ours");
    }

    [TearDown]
    public void Stop() => spark.Dispose();

    [Test]
    public void Views_are_listed_found_and_dropped()
    {
        Assert.That(spark.Catalog.ListTables().Select("name", "tableType", "isTemporary").Collect().Select(r => r.ToString()), Is.EqualTo(["[mine,TEMPORARY,true]"]));
        Assert.That(spark.Catalog.ListTables("global_temp").Count(), Is.EqualTo(2));
        Assert.That(spark.Catalog.TableExists("MINE"), Is.True);
        Assert.That(spark.Catalog.TableExists("global_temp", "ours"), Is.True);
        Assert.That(spark.Catalog.TableExists("none"), Is.False);
        Assert.That(spark.Catalog.GetTable("mine").IsTemporary, Is.True);
        Assert.That(() => spark.Catalog.GetTable("none"), Throws.TypeOf<AnalysisException>());
        Assert.That(spark.Catalog.DropTempView("mine"), Is.True);
        Assert.That(spark.Catalog.DropTempView("mine"), Is.False);
        Assert.That(spark.Catalog.DropGlobalTempView("ours"), Is.True);
    }

    [Test]
    public void Columns_are_listed_with_their_types() => Assert.That(
        Some.Lines(spark.Catalog.ListColumns("mine")), Is.EqualTo(["[a,null,int,true,false,false]", "[b,null,string,true,false,false]"]));

    [Test]
    public void There_is_one_database()
    {
        Assert.That(spark.Catalog.CurrentDatabase(), Is.EqualTo("default"));
        Assert.That(spark.Catalog.DatabaseExists("default"), Is.True);
        Assert.That(spark.Catalog.DatabaseExists("other"), Is.False);
        Assert.That(spark.Catalog.GetDatabase("default").Name, Is.EqualTo("default"));
        Assert.That(spark.Catalog.ListDatabases().Count(), Is.EqualTo(1));
        Assert.That(() => spark.Catalog.SetCurrentDatabase("other"), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void Functions_are_those_of_the_catalogue()
    {
        Assert.That(spark.Catalog.FunctionExists("SUM"), Is.True);
        Assert.That(spark.Catalog.FunctionExists("summ"), Is.False);
        Assert.That(spark.Catalog.GetFunction("sum").Name, Is.EqualTo("sum"));
        Assert.That(spark.Catalog.ListFunctions().Filter("name = 'sum'").Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_view_can_be_kept()
    {
        Assert.That(spark.Catalog.IsCached("mine"), Is.False);
        spark.Catalog.CacheTable("mine");
        Assert.That(spark.Catalog.IsCached("mine"), Is.True);
        Assert.That(spark.Table("mine").Count(), Is.EqualTo(1));
        spark.Catalog.RefreshTable("mine");
        Assert.That(spark.Catalog.IsCached("mine"), Is.True);
        spark.Catalog.UncacheTable("mine");
        Assert.That(spark.Catalog.IsCached("mine"), Is.False);
        spark.Catalog.CacheTable("mine");
        spark.Catalog.ClearCache();
        Assert.That(spark.Catalog.IsCached("mine"), Is.False);
    }

    [Test]
    public void Tables_over_files_are_refused_with_what_to_do_instead() => Assert.That(
        () => spark.Catalog.CreateTable("t", "/data"), Throws.TypeOf<RefusedException>().With.Message.Contains("CreateOrReplaceTempView"));
}
