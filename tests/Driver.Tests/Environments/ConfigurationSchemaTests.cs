using SparkEtl.Processing.Claims;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Processing.Visits;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Schema;

namespace SparkEtl.Driver.Tests.Environments;

/// <summary>schema/config.schema.json, for editors; rewritten instead of compared when SPARKETL_UPDATE_GOLDEN is 1.</summary>
public sealed class ConfigurationSchemaTests
{
    private static readonly PipelineCollection Pipelines = new PipelineCollection().Add<ClaimsPipeline>().Add<VisitsPipeline>();

    [Test]
    public void The_committed_schema_is_that_of_the_programs_own_options()
    {
        var generated = JsonSchemaWriter.Write(
            [.. Pipelines.Select(p => new ConfigurationSection(p.Name, p.OptionsType) { NeedsSource = p.ReadsTables })],
            new XmlDocumentation(new[] { "SparkEtl.Utils.xml", "SparkEtl.Processing.xml" }.Select(f => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, f)))));
        var path = Repository.At("schema/config.schema.json");
        if (Environment.GetEnvironmentVariable("SPARKETL_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, generated);
        }

        Assert.That(File.ReadAllText(path), Is.EqualTo(generated), "run the tests with SPARKETL_UPDATE_GOLDEN=1 and commit the schema");
    }
}
