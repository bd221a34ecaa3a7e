using System.Text.RegularExpressions;

namespace SparkEtl.Architecture.Tests.Style;

public partial class StyleTests
{
    private const int MostLines = 400;

    private static readonly (string Pattern, string Instead)[] Banned =
    [
        (@"\.GetAwaiter\(\)\.GetResult\(\)", "await it"),
        (@"\basync void\b", "return a Task"),
        (@"#pragma warning disable", "write it so that no warning is raised"),
        (@"\bthrow new (Application|System)?Exception\(", "throw an error of its own concept"),
        (@"//\s*(TODO|FIXME|HACK)\b", "do it, or write a decision"),
        (@"^\s*namespace [\w.]+\s*\{?\s*$", "file-scoped namespaces"),
    ];

    // The program's way in for a Main that is not async: nothing above it could be blocked.
    private static readonly string[] WaysIn = ["src/Driver/SparkEtlApp.cs"];

    [Test]
    public void A_source_file_has_one_public_type_of_its_own_name()
    {
        var offending = SourceFiles.Under("src").Select(f => (File: f, Types: PublicTypes(f).ToArray()))
            .Where(f => f.Types.Length > 1 || (f.Types.Length == 1 && Path.GetFileName(f.File).Split('.')[0] != f.Types[0]))
            .Select(f => $"{f.File}: {string.Join(", ", f.Types)}");
        Assert.That(offending, Is.Empty);
    }

    [Test]
    public void A_source_file_of_more_than_400_lines_says_why_in_its_first_line()
    {
        var offending = SourceFiles.Under("src").Concat(SourceFiles.Under("tests"))
            .Select(f => (File: f, Lines: SourceFiles.Lines(f)))
            .Where(f => f.Lines.Length > MostLines && !f.Lines[0].StartsWith("// ", StringComparison.Ordinal))
            .Select(f => $"{f.File}: {f.Lines.Length} lines");
        Assert.That(offending, Is.Empty);
    }

    [Test]
    public void No_source_file_holds_what_the_house_bans()
    {
        var offending =
            from file in SourceFiles.Under("src")
            from line in SourceFiles.Lines(file).Select((text, i) => (Text: text, Number: i + 1))
            from banned in Banned
            where Regex.IsMatch(line.Text, banned.Pattern) && !(banned.Instead == "await it" && WaysIn.Contains(file))
            select $"{file}:{line.Number}: {line.Text.Trim()} ({banned.Instead})";
        Assert.That(offending, Is.Empty);
    }

    private static IEnumerable<string> PublicTypes(string file) =>
        SourceFiles.Lines(file).Select(l => PublicType().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value);

    // At the start of a line: nested types are indented. A delegate may stand beside the type that takes it.
    [GeneratedRegex(@"^public\s+(?:(?:static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:class|record struct|record class|record|struct|enum|interface)\s+(\w+)")]
    private static partial Regex PublicType();
}
