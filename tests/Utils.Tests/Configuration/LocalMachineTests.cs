using SparkEtl.Utils.Configuration;

namespace SparkEtl.Utils.Tests.Configuration;

internal sealed class LocalMachineTests
{
    [Test]
    public void A_file_is_read_whole()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, [1, 2, 3]);
            Assert.That(new LocalMachine().Read(file).Bytes.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void What_cannot_be_read_says_why() => Assert.Multiple(() =>
    {
        var machine = new LocalMachine();
        Assert.That(machine.Read("/no/such/file"), Is.EqualTo(FileRead.Missing));
        Assert.That(machine.Read(Path.GetTempPath()).Failure, Is.EqualTo("it is a directory, not a file"));
        Assert.That(machine.Read("\0").Failure, Is.Not.Null);
    });

    [Test]
    public void The_variables_are_those_of_the_process() =>
        Assert.That(new LocalMachine().Variables["PATH"], Is.EqualTo(Environment.GetEnvironmentVariable("PATH")));
}
