namespace SparkEtl.Architecture.Tests.Api;

public class ApiTests
{
    [Test]
    public void Every_declaration_of_Microsoft_Spark_is_present_or_absent_with_a_reason()
    {
        var absent = ApiComparison.Declarations.Where(d => !d.IsPresent).Select(d => d.Key);
        Assert.That(absent.Except(ApiComparison.Reasons.Keys), Is.Empty);
    }

    [Test]
    public void No_reason_is_given_for_what_is_present()
    {
        var absent = ApiComparison.Declarations.Where(d => !d.IsPresent).Select(d => d.Key);
        Assert.That(ApiComparison.Reasons.Keys.Except(absent), Is.Empty);
    }

    [Test]
    public void The_comparison_covers_the_whole_list()
    {
        // Members and enum constants of the text, each on a line or between commas, and a heading for each type.
        var lines = SourceFiles.Lines("tests/MicrosoftSparkReference/api.txt");
        var expected = lines.Count(l => l.StartsWith("## ", StringComparison.Ordinal))
            + lines.Count(l => l.StartsWith("   ", StringComparison.Ordinal) && l.Contains(';', StringComparison.Ordinal))
            + lines.Where(l => l.StartsWith("   ", StringComparison.Ordinal) && !l.Contains(';', StringComparison.Ordinal)).Sum(l => l.Split(',').Length);
        Assert.That(ApiComparison.Declarations, Has.Count.GreaterThanOrEqualTo(expected));
    }

    [Test]
    public void The_page_of_the_api_is_up_to_date()
    {
        var path = Repository.At(ApiPage.File);
        var page = ApiPage.Write();
        if (Environment.GetEnvironmentVariable("SPARKETL_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.That(File.Exists(path) ? File.ReadAllText(path) : null, Is.EqualTo(page), $"Write {ApiPage.File} anew: SPARKETL_UPDATE_GOLDEN=1 dotnet test tests/Architecture.Tests");
    }
}
