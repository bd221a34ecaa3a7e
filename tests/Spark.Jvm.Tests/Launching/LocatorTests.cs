using SparkEtl.Spark.Engines.Jvm.Launching;

namespace SparkEtl.Spark.Jvm.Tests.Launching;

/// <summary>What is found of Spark and Java, and what is said when it is not.</summary>
internal sealed class LocatorTests
{
    private static readonly JavaInstallation Java17 = new("java", 17, "the test");

    private MachineFolder machine = null!;

    [SetUp]
    public void NewMachine() => machine = new MachineFolder();

    [TearDown]
    public void RemoveMachine() => machine.Dispose();

    [TestCase("17.0.15", 17)]
    [TestCase("1.8.0_412", 8)]
    [TestCase("21", 21)]
    public void Java_is_found_by_its_home_and_tells_its_version(string version, int feature)
    {
        machine.Variables["JAVA_HOME"] = machine.Java(version);
        Assert.That(new JavaLocator(machine.Surroundings).Find().Version, Is.EqualTo(feature));
    }

    [Test]
    public void Java_is_found_on_the_search_path()
    {
        machine.Variables["PATH"] = $"{machine.At("none")}{Path.PathSeparator}{Path.Combine(machine.Java("11.0.2"), "bin")}";
        Assert.That(new JavaLocator(machine.Surroundings).Find().Version, Is.EqualTo(11));
    }

    [Test]
    public void No_Java_is_one_clear_error()
    {
        Assert.That(() => new JavaLocator(machine.Surroundings).Find(), Throws.TypeOf<LaunchException>().With.Message.Contains("JAVA_HOME").And.Message.Contains("--engine duckdb"));
        machine.Variables["JAVA_HOME"] = machine.At("nowhere");
        Assert.That(() => new JavaLocator(machine.Surroundings).Find(), Throws.TypeOf<LaunchException>().With.Message.Contains("nowhere"));
    }

    [Test]
    public void A_Java_that_is_too_old_is_told_with_what_is_needed()
    {
        machine.Variables["JAVA_HOME"] = machine.Java("11.0.2");
        var java = new JavaLocator(machine.Surroundings).Find();
        var spark = SparkInstallation.At(Path.Combine(machine.Spark("4.3.0"), "jars"), "the test");
        Assert.That(() => java.Require(spark), Throws.TypeOf<LaunchException>().With.Message.Contains("Spark 4.3.0 needs Java 17 or 21, found Java 11"));
        Assert.That(() => java.Require(SparkInstallation.At(Path.Combine(machine.Spark("3.5.9"), "jars"), "the test")), Throws.Nothing);
    }

    [Test]
    public void The_settings_come_before_SPARK_HOME_and_that_before_archives()
    {
        machine.Archive("3.5.9");
        machine.Variables["SPARK_HOME"] = machine.Spark("3.5.7");
        Assert.That(Find(machine.Spark("4.0.1")).Version, Is.EqualTo(new Version(4, 0, 1)));
        Assert.That(Find().Version, Is.EqualTo(new Version(3, 5, 7)));
        machine.Variables.Remove("SPARK_HOME");
        Assert.That(Find().Version, Is.EqualTo(new Version(3, 5, 9)));
        machine.Variables["SPARKETL_SPARK_ARCHIVE"] = machine.Archive("3.5.1", "elsewhere");
        Assert.That(Find().Version, Is.EqualTo(new Version(3, 5, 1)));
    }

    [Test]
    public void Of_several_archives_the_newest_is_taken_that_the_Java_can_run()
    {
        machine.Archive("3.5.9");
        machine.Archive("4.3.0");
        Assert.That(Find().Version, Is.EqualTo(new Version(4, 3, 0)));
        Assert.That(new SparkLocator(machine.Surroundings).Find(null, Java17 with { Version = 11 }).Version, Is.EqualTo(new Version(3, 5, 9)));
    }

    [Test]
    public void No_Spark_is_one_clear_error_with_the_ways_out() => Assert.That(
        () => Find(),
        Throws.TypeOf<LaunchException>().With.Message.Contains("SPARK_HOME").And.Message.Contains("SPARKETL_SPARK_ARCHIVE").And.Message.Contains("mvn").And.Message.Contains("--engine duckdb"));

    [Test]
    public void What_is_named_and_not_there_is_never_passed_over()
    {
        machine.Archive("3.5.9");
        machine.Variables["SPARKETL_SPARK_ARCHIVE"] = machine.At("missing.tar.xz");
        Assert.That(() => Find(), Throws.TypeOf<LaunchException>().With.Message.Contains("missing.tar.xz"));
        machine.Variables["SPARK_HOME"] = machine.At("empty");
        Assert.That(() => Find(), Throws.TypeOf<LaunchException>().With.Message.Contains("SPARK_HOME").And.Message.Contains("empty"));
        machine.Variables["SPARK_HOME"] = machine.Spark("3.2.0");
        Assert.That(() => Find(), Throws.TypeOf<LaunchException>().With.Message.Contains("3.2.0").And.Message.Contains("3.5"));
    }

    [Test]
    public void Maven_that_fails_is_one_clear_error_and_leaves_nothing()
    {
        machine.Write("bin/mvn", "#!/bin/sh\necho '[ERROR] Could not resolve dependencies'\nexit 1\n");
        MakeExecutable(machine.At("bin/mvn"));
        machine.Variables["PATH"] = machine.At("bin");
        Assert.That(() => Find(), Throws.TypeOf<LaunchException>().With.Message.Contains("Could not resolve dependencies").And.Message.Contains("SPARK_HOME"));
        Assert.That(Directory.GetFileSystemEntries(machine.At("cache/sparketl/maven")), Is.Empty);
    }

    [Test]
    public void Maven_is_asked_for_Spark_and_the_drivers_once()
    {
        machine.Write("bin/mvn", "#!/bin/sh\nprintf x >> ../calls\ngrep -q redshift-jdbc42 pom.xml || exit 2\nmkdir jars && : > jars/spark-core_2.12-3.5.9.jar\n");
        MakeExecutable(machine.At("bin/mvn"));
        machine.Variables["PATH"] = $"{machine.At("bin")}:/usr/bin:/bin";
        Assert.That(Find().Version, Is.EqualTo(new Version(3, 5, 9)));
        Assert.That(Find().Version, Is.EqualTo(new Version(3, 5, 9)));
        Assert.That(File.ReadAllText(machine.At("cache/sparketl/maven/calls")), Is.EqualTo("x"));
    }

    private SparkInstallation Find(string? home = null) => new SparkLocator(machine.Surroundings).Find(home, Java17);

    private static void MakeExecutable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
