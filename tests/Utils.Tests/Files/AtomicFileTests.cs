using System.Text;
using SparkEtl.Utils.Files;

namespace SparkEtl.Utils.Tests.Files;

internal sealed class AtomicFileTests
{
    private string _directory = "";

    [SetUp]
    public void MakeDirectory() => _directory = Directory.CreateTempSubdirectory("sparketl-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(_directory, recursive: true);

    private string In(string name) => Path.Combine(_directory, name);

    private string[] Files => [.. Directory.GetFiles(_directory, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_directory, f)).Order()];

    [Test]
    public void Text_is_written_as_utf8_and_nothing_else_is_left()
    {
        AtomicFile.Write(In("a/b/page.html"), "Zürich\n");

        Assert.That(File.ReadAllBytes(In("a/b/page.html")), Is.EqualTo(Encoding.UTF8.GetBytes("Zürich\n")));
        Assert.That(Files, Is.EqualTo(new[] { "a/b/page.html" }));
    }

    [Test]
    public void An_existing_file_is_replaced()
    {
        File.WriteAllText(In("x"), "a longer text than the new one");
        AtomicFile.Write(In("x"), "new");
        Assert.That(File.ReadAllText(In("x")), Is.EqualTo("new"));
    }

    [Test]
    public void The_old_content_is_seen_until_the_new_one_is_complete()
    {
        File.WriteAllText(In("x"), "old");
        AtomicFile.Write(In("x"), stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            Assert.That(File.ReadAllText(In("x")), Is.EqualTo("old"));
        });
        Assert.That(File.ReadAllText(In("x")), Is.EqualTo("new"));
    }

    [Test]
    public void A_full_disk_leaves_the_old_content_and_says_so()
    {
        File.WriteAllText(In("x"), "old");
        var error = Assert.Throws<FileWriteException>(() => AtomicFile.Write(In("x"), stream =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device");
        }))!;

        Assert.That(error.Message, Is.EqualTo($"cannot write {In("x")}: No space left on device; what was there before is unchanged"));
        Assert.That(File.ReadAllText(In("x")), Is.EqualTo("old"));
        Assert.That(Files, Is.EqualTo(new[] { "x" }));
    }

    [Test]
    public void An_error_of_the_writer_passes_through_and_leaves_nothing()
    {
        Assert.Throws<FormatException>(() => AtomicFile.Write(In("x"), _ => throw new FormatException()));
        Assert.That(Files, Is.Empty);
    }

    [Test]
    public void Being_cancelled_leaves_the_old_content()
    {
        File.WriteAllText(In("x"), "old");
        using var cancelling = new CancellationTokenSource();

        Assert.CatchAsync<OperationCanceledException>(() => AtomicFile.WriteAsync(
            In("x"),
            async (stream, token) =>
            {
                await stream.WriteAsync("half"u8.ToArray(), token);
                await cancelling.CancelAsync();
            },
            cancelling.Token));
        Assert.That(File.ReadAllText(In("x")), Is.EqualTo("old"));
        Assert.That(Files, Is.EqualTo(new[] { "x" }));
    }

    [Test]
    public async Task An_asynchronous_writer_writes_the_same()
    {
        await AtomicFile.WriteAsync(In("x"), async (stream, token) => await stream.WriteAsync("new"u8.ToArray(), token), CancellationToken.None);
        Assert.That(File.ReadAllText(In("x")), Is.EqualTo("new"));
        Assert.That(Files, Is.EqualTo(new[] { "x" }));
    }

    [Test]
    public void A_directory_at_the_files_name_is_an_error_and_leaves_nothing()
    {
        Directory.CreateDirectory(In("x"));
        var error = Assert.Throws<FileWriteException>(() => AtomicFile.Write(In("x"), "new"))!;
        Assert.That(error.Message, Does.StartWith($"cannot write {In("x")}: "));
        Assert.That(Files, Is.Empty);
    }

    [Test]
    public void A_file_in_the_place_of_the_directory_is_an_error()
    {
        File.WriteAllText(In("x"), "a file");
        Assert.Throws<FileWriteException>(() => AtomicFile.Write(In("x/y"), "new"));
        Assert.That(File.ReadAllText(In("x")), Is.EqualTo("a file"));
    }

    [Test]
    public void A_link_stays_a_link_and_permissions_stay()
    {
        if (OperatingSystem.IsWindows()) return; // Links and modes are those of Unix.
        File.WriteAllText(In("real"), "old");
        File.SetUnixFileMode(In("real"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(In("link"), In("real"));

        AtomicFile.Write(In("link"), "new");

        Assert.That(new FileInfo(In("link")).LinkTarget, Is.EqualTo(In("real")));
        Assert.That(File.ReadAllText(In("real")), Is.EqualTo("new"));
        Assert.That(File.GetUnixFileMode(In("real")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }
}
