using System.Text;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Files;

/// <summary>A file that no engine wrote.</summary>
/// <param name="Name">What is particular about it.</param>
/// <param name="Format">Its format.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Options">Options of the reader.</param>
/// <param name="Schema">The columns, as DDL; null to have them told from the file.</param>
internal sealed record RawFile(string Name, string Format, string Content, string Options, string? Schema = null)
{
    public Encoding Encoding { get; init; } = new UTF8Encoding(false);

    public override string ToString() => $"{Format}, {Name}";
}
