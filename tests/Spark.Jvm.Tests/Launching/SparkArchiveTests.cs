using SparkEtl.Spark.Engines.Jvm.Launching;

namespace SparkEtl.Spark.Jvm.Tests.Launching;

/// <summary>What is unpacked is whole, whoever unpacks at the same time and however an unpacking ended.</summary>
internal sealed class SparkArchiveTests
{
    private MachineFolder machine = null!;

    [SetUp]
    public void NewMachine() => machine = new MachineFolder();

    [TearDown]
    public void RemoveMachine() => machine.Dispose();

    [Test]
    public void An_archive_is_unpacked_once()
    {
        var archive = machine.Archive("3.5.9");
        var home = SparkArchive.Unpack(archive, machine.Cache);
        Assert.That(home, Is.EqualTo(Path.Combine(machine.Cache, "spark-3.5.9")));
        File.Delete(archive);
        Assert.That(SparkArchive.Unpack(archive, machine.Cache), Is.EqualTo(home));
        Assert.That(Directory.GetFileSystemEntries(machine.Cache), Is.EqualTo([home]));
    }

    [Test]
    public void Many_at_once_get_the_same_whole_folder()
    {
        var archive = machine.Archive("3.5.9");
        var homes = new string[8];
        Parallel.For(0, homes.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => homes[i] = SparkArchive.Unpack(archive, machine.Cache));
        Assert.That(homes.Distinct(), Has.Exactly(1).Items);
        Assert.That(File.Exists(Path.Combine(homes[0], "jars", "spark-core_2.13-3.5.9.jar")), Is.True);
        Assert.That(Directory.GetFileSystemEntries(machine.Cache), Has.Length.EqualTo(1));
    }

    [Test]
    public void What_a_killed_unpacking_left_is_not_taken_and_goes_in_time()
    {
        var young = Directory.CreateDirectory(Path.Combine(machine.Cache, ".unpack.young")).FullName;
        var old = Directory.CreateDirectory(Path.Combine(machine.Cache, ".unpack.old")).FullName;
        Directory.SetLastWriteTimeUtc(old, DateTime.UnixEpoch);
        var home = SparkArchive.Unpack(machine.Archive("3.5.9"), machine.Cache);
        Assert.That(Directory.Exists(Path.Combine(home, "jars")), Is.True);
        Assert.That(Directory.Exists(old), Is.False);
        Assert.That(Directory.Exists(young), Is.True, "it may still run");
    }

    [Test]
    public void A_broken_archive_is_one_clear_error_and_leaves_nothing()
    {
        machine.Write("shared/spark/spark-3.5.9.tar.gz", "no archive");
        var archive = machine.At("shared/spark/spark-3.5.9.tar.gz");
        Assert.That(() => SparkArchive.Unpack(archive, machine.Cache), Throws.TypeOf<LaunchException>().With.Message.Contains(archive).And.Message.Contains("whole"));
        Assert.That(Directory.GetFileSystemEntries(machine.Cache), Is.Empty);
    }
}
