using System.Xml.Linq;

namespace SparkEtl.Architecture.Tests.Dependencies;

public class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Driver"] = ["Processing", "Ingestion", "Warehouse", "Spark", "DuckDb", "Utils"],
        ["Processing"] = ["Spark"],
        ["Ingestion"] = ["Spark", "DuckDb", "Utils"],
        ["Warehouse"] = ["Spark", "DuckDb", "Utils"],
        ["Spark"] = ["DuckDb", "Utils"],
        ["DuckDb"] = ["Utils"],
        ["Utils"] = [],
    };

    private static IEnumerable<string> Projects => Directory
        .EnumerateFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories)
        .Select(f => Path.GetFileNameWithoutExtension(f))
        .Order(StringComparer.Ordinal);

    private static string ProcessingAssembly => Path.Combine(AppContext.BaseDirectory, "SparkEtl.Processing.dll");

    [TestCaseSource(nameof(Projects))]
    public void A_project_refers_only_to_those_below_it(string project)
    {
        Assert.That(Allowed.Keys, Does.Contain(project), "A new project needs its place in the order.");
        var file = XDocument.Load(Repository.At($"src/{project}/{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'))
            .Where(r => !r.Contains("/tests/MicrosoftSparkReference/", StringComparison.Ordinal) || project != "Processing")
            .Select(r => Path.GetFileNameWithoutExtension(r));
        Assert.That(references.Except(Allowed[project]), Is.Empty);
    }

    [Test]
    public void Processing_knows_only_the_frame_api()
    {
        var ours = AssemblyUse.TypesUsedBy(ProcessingAssembly).Where(t => t.StartsWith("SparkEtl.", StringComparison.Ordinal));
        Assert.That(ours.Where(t => !t.StartsWith("SparkEtl.Spark.Sql.", StringComparison.Ordinal)), Is.Empty);
        Assert.That(
            AssemblyUse.AssembliesUsedBy(ProcessingAssembly).Where(a => a != "SparkEtl.Spark" && !a.StartsWith("System.", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Processing_reads_no_files_no_environment_and_no_clock()
    {
        string[] outside =
        [
            "System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.IO.Path", "System.Environment", "System.Console",
            "System.Net.", "System.Diagnostics.Process", "System.TimeProvider",
        ];
        Assert.That(AssemblyUse.TypesUsedBy(ProcessingAssembly).Where(t => outside.Any(o => t.StartsWith(o, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void Processing_names_no_binding_in_its_files()
    {
        var naming = SourceFiles.Under("src/Processing")
            .Where(f => SourceFiles.Lines(f).Any(l => l.Contains("SparkEtl.Spark", StringComparison.Ordinal) || l.Contains("Microsoft.Spark", StringComparison.Ordinal)));
        Assert.That(naming, Is.Empty, "The project file binds the names; see src/Processing/Processing.csproj.");
    }
}
