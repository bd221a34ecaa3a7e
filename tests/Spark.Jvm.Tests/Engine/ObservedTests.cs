using SparkEtl.Spark.Sql;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Jvm.Tests.Engine;

/// <summary>Observed and kept frames on Spark: each row is counted once, whatever the action does with it.</summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
internal sealed class ObservedTests(string version)
{
    [OneTimeSetUp]
    public void Needs_that_Spark() => _ = Sparks.Required(version);

    private SparkSession Spark => field ??= Sparks.Session(version);

    private DataFrame Observed => Spark.Range(100).Observe("seen", Count(Lit(1)).As("n"), Sum("id").As("total"), Max(Col("id") % 7).As("m"));

    private void Counted()
    {
        var row = Spark.ObservedMetrics("seen");
        Assert.That((row.GetAs<long>("n"), row.GetAs<long>("total"), row.GetAs<long>("m")), Is.EqualTo((100L, 4950L, 6L)));
    }

    [Test]
    public void Metrics_come_with_the_action_that_reads_all_rows_in_one_round_trip()
    {
        var engine = Sparks.Engine(version);
        var frame = Observed.Filter(Col("id") > 90).Agg(Count(Lit(1)).As("n"));
        var before = engine.Session.RoundTrips;
        Assert.That(frame.Collect().Single().Get(0), Is.EqualTo(9L));
        Assert.That(engine.Session.RoundTrips - before, Is.EqualTo(1));
        Counted();
    }

    [Test]
    public void A_limit_above_does_not_cut_the_count()
    {
        Assert.That(Observed.Limit(3).Collect().Count(), Is.EqualTo(3));
        Counted();
    }

    [Test]
    public void A_sort_above_does_not_count_twice()
    {
        Assert.That(Observed.OrderBy(Col("id").Desc()).First().Get(0), Is.EqualTo(99L));
        Counted();
    }

    [Test]
    public void A_join_with_nothing_still_counts_all()
    {
        var nothing = Spark.Range(10).Filter(Col("id") < 0).Select(Col("id").As("other"));
        Assert.That(Observed.Join(nothing, Col("id") == Col("other")).Count(), Is.Zero);
        Counted();
    }

    [Test]
    public void A_frame_on_both_sides_counts_once()
    {
        var frame = Observed;
        Assert.That(frame.Union(frame).Count(), Is.EqualTo(200));
        Counted();
    }

    [Test]
    public void A_filter_that_is_never_true_still_counts_all()
    {
        Assert.That(Observed.Filter(Lit(false)).Count(), Is.Zero);
        Counted();
    }

    [Test]
    public void A_write_tells_its_metrics()
    {
        var folder = Directory.CreateTempSubdirectory("sparketl-").FullName;
        Observed.Filter(Col("id") < 5).Write().Mode(SaveMode.Overwrite).Parquet(folder);
        Counted();
        Assert.That(Spark.Read().Parquet(folder).Count(), Is.EqualTo(5));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void A_kept_frame_counts_when_it_is_computed_and_not_again()
    {
        var frame = Observed.Filter(Col("id") > 2).Persist();
        Assert.That(frame.Count(), Is.EqualTo(97));
        Counted();
        Assert.That(frame.Agg(Sum("id")).Collect().Single().Get(0), Is.EqualTo(4947L));
        Assert.That(frame.Limit(2).Collect().Count(), Is.EqualTo(2));
        Counted();
        frame.Unpersist();
        Assert.That(frame.Count(), Is.EqualTo(97));
    }

    [Test]
    public void Kept_rows_stay_as_they_were_whatever_becomes_of_the_source()
    {
        var folder = Directory.CreateTempSubdirectory("sparketl-").FullName;
        Spark.Range(5).Write().Mode(SaveMode.Overwrite).Parquet(folder);
        var checkpoint = Spark.Read().Parquet(folder).Checkpoint();
        Directory.Delete(folder, recursive: true);
        Assert.That(checkpoint.Count(), Is.EqualTo(5));
        Assert.That(checkpoint.As("l").Join(checkpoint.As("r"), Col("l.id") == Col("r.id")).Count(), Is.EqualTo(5));
    }
}
