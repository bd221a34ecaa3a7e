using System.Reflection;
using System.Runtime.Loader;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb.Tests;

public sealed class NativeLibraryLocatorTests
{
    private const string File = "libduckdb.so";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Create() => folder = Some.Folder();

    [TearDown]
    public void Delete() => folder.Dispose();

    [Test]
    public void The_configured_file_comes_first()
    {
        string configured = Touch("elsewhere", "mine.so");
        Touch("app", File);
        Assert.That(Locate(configured), Is.EqualTo(configured));
    }

    [Test]
    public void A_configured_file_that_is_missing_is_not_replaced_by_another()
    {
        Touch("app", File);
        Assert.That(() => Locate("/no/such/file.so"), Throws.InstanceOf<DuckDbLibraryNotFoundException>().With.Message.Contains("/no/such/file.so"));
    }

    [Test]
    public void Beside_the_program_comes_before_the_checkout()
    {
        string beside = Touch("app", File);
        Touch(".sparketl", "native", "linux-x64", File);
        Assert.That(Locate(null), Is.EqualTo(beside));
    }

    [Test]
    public void The_folder_of_a_published_program_is_looked_at()
    {
        string published = Touch("app", "runtimes", "linux-x64", "native", File);
        Assert.That(Locate(null), Is.EqualTo(published));
    }

    [TestCase("app")]
    [TestCase("work")]
    public void The_checkout_above_is_looked_at(string above)
    {
        string fetched = Touch(above, ".sparketl", "native", "linux-x64", File);
        Assert.That(Locate(null), Is.EqualTo(fetched));
    }

    [Test]
    public void Its_absence_names_the_command_that_fetches_it()
    {
        DuckDbLibraryNotFoundException error = Assert.Throws<DuckDbLibraryNotFoundException>(() => Locate(null))!;
        Assert.That(error.Message, Does.Contain("scripts/setup.sh").And.Contain(NativeLibraryLocator.Variable).And.Contain("linux-x64"));
        Assert.That(error.Places, Does.Contain(Path.Combine(folder.Path, ".sparketl", "native", "linux-x64", File)));
    }

    [Test]
    public void Opening_a_database_without_the_library_gives_that_error()
    {
        // A second copy of the assembly resolves its imports anew.
        var context = new AssemblyLoadContext("copy", isCollectible: true);
        string? before = Environment.GetEnvironmentVariable(NativeLibraryLocator.Variable);
        Environment.SetEnvironmentVariable(NativeLibraryLocator.Variable, Path.Combine(folder.Path, "absent.so"));
        try
        {
            Assembly copy = context.LoadFromAssemblyPath(typeof(DuckDbDatabase).Assembly.Location);
            object options = Activator.CreateInstance(copy.GetType(typeof(DuckDbOptions).FullName!)!)!;
            MethodInfo open = copy.GetType(typeof(DuckDbDatabase).FullName!)!.GetMethod(nameof(DuckDbDatabase.Open))!;
            TargetInvocationException error = Assert.Throws<TargetInvocationException>(() => open.Invoke(null, [options]))!;
            Assert.That(error.InnerException!.GetType().Name, Is.EqualTo(nameof(DuckDbLibraryNotFoundException)));
            Assert.That(error.InnerException.Message, Does.Contain("scripts/setup.sh"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(NativeLibraryLocator.Variable, before);
            context.Unload();
        }
    }

    private string Locate(string? configured) => new NativeLibraryLocator(
        configured, Path.Combine(folder.Path, "app", "bin"), Path.Combine(folder.Path, "work", "deep"), "linux-x64", File).Locate();

    private string Touch(params string[] parts)
    {
        // The program lies in app/bin.
        string relative = parts is ["app", not ".sparketl", ..] ? Path.Combine(["app", "bin", .. parts[1..]]) : Path.Combine(parts);
        string path = Path.Combine(folder.Path, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, "");
        return path;
    }
}
