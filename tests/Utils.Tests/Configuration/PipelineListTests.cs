using SparkEtl.Utils.Configuration;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class PipelineListTests
{
    private const string Source = "source: {kind: files, path: p}";

    [Test]
    public void Without_a_list_every_pipeline_with_a_section_runs_in_the_order_of_registration() =>
        Assert.That(Some.Configuration($"dev: {{visits: {{path: v}}, claims: {{}}, {Source}}}").Pipelines, Is.EqualTo(new[] { "claims", "visits" }));

    [Test]
    public void The_list_says_what_runs_and_in_which_order()
    {
        var dev = Some.Configuration($"dev: {{pipelines: [visits, claims], visits: {{path: v}}, {Source}}}");
        Assert.That(dev.Pipelines, Is.EqualTo(new[] { "visits", "claims" }));
        Assert.That(dev.Section<ClaimsLikeOptions>().Rules, Is.Empty);
    }

    [Test]
    public void A_section_not_listed_is_still_checked() =>
        Assert.That(
            Some.MachineWith("dev: {pipelines: [], visits: {pth: v}}").Problems(),
            Is.EqualTo(new[]
            {
                "config.yaml(1,30): 'path' is missing in dev.visits",
                "config.yaml(1,31): unknown key 'pth' in dev.visits; did you mean 'path'? known keys: path, columns",
            }));

    [Test]
    public void A_listed_pipeline_without_a_section_lists_what_it_misses() =>
        Assert.That(
            Some.MachineWith("dev: {pipelines: [visits]}").Problems(),
            Is.EqualTo(new[] { "config.yaml(1,18): 'path' is missing in dev.visits" }));

    [Test]
    public void An_unknown_pipeline_is_named_with_those_there_are() =>
        Assert.That(
            Some.MachineWith("dev: {pipelines: [claim, zzz, visits, visits], visits: {path: v}}").Problems(),
            Is.EqualTo(new[]
            {
                "config.yaml(1,19): there is no pipeline 'claim'; did you mean 'claims'? pipelines: claims, visits",
                "config.yaml(1,26): there is no pipeline 'zzz'; pipelines: claims, visits",
                "config.yaml(1,39): the pipeline 'visits' is listed twice; leave one of them",
            }));

    [Test]
    public void A_pipeline_that_reads_the_source_demands_one() =>
        Assert.That(
            Some.MachineWith("dev: {claims: {}}").Problems(),
            Is.EqualTo(new[] { "config.yaml(1,6): 'source' is missing in dev, and pipeline claims reads from it" }));

    [Test]
    public void A_section_of_the_defaults_is_taken_away_by_null() =>
        Assert.That(
            Some.Configuration("""
                defaults:
                  claims: {}
                dev:
                  claims: null
                  visits: {path: v}
                """).Pipelines,
            Is.EqualTo(new[] { "visits" }));

    [Test]
    public void What_the_caller_cannot_do_without_is_demanded() =>
        Assert.That(
            Assert.Throws<ConfigurationException>(() => Some.MachineWith("dev: {visits: {path: v}}").Load(
                new ConfigurationRequest { File = "config.yaml", Environment = "dev", RequiredSections = ["source", "target"] }))!.Message,
            Is.EqualTo("config.yaml(1,6): 'source' is missing in dev\nconfig.yaml(1,6): 'target' is missing in dev"));

    [Test]
    public void A_section_is_found_by_name_and_by_record()
    {
        var dev = Some.Configuration("dev: {visits: {path: v}}");
        Assert.Multiple(() =>
        {
            Assert.That(dev.Section("visits"), Is.SameAs(dev.Section<VisitsLikeOptions>()));
            Assert.That(dev.Section("claims"), Is.Null);
            Assert.That(
                Assert.Throws<ConfigurationException>(() => dev.Section<ClaimsLikeOptions>())!.Message,
                Is.EqualTo("config.yaml: dev has no section for ClaimsLikeOptions; add it to run this pipeline"));
        });
    }
}
