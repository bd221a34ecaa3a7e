using System.Globalization;
using System.Text;

namespace SparkEtl.Architecture.Tests.Api;

/// <summary>The page docs/api.md.</summary>
internal static class ApiPage
{
    public const string File = "docs/api.md";

    public static string Write()
    {
        var declarations = ApiComparison.Declarations;
        var present = declarations.Where(d => d.IsPresent).ToArray();
        var absent = declarations.Where(d => !d.IsPresent).ToArray();
        var page = new StringBuilder();
        page.Append("# The API, compared with Microsoft.Spark 2.3.1\n\n");
        page.Append("The batch part of `Microsoft.Spark` and `Microsoft.Spark.Sql` (streaming, UDFs, RDDs, broadcasts, ML and Arrow are left out), declaration by\n");
        page.Append("declaration, against `SparkEtl.Spark`. Code moves over by its `using` lines. Names, parameters, defaults and results are compared by a test\n");
        page.Append("that also writes this page. What only means something in a JVM (files for a cluster's machines, Hive) is present and refuses by name.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"**{present.Length} of {declarations.Count} declarations are present, {absent.Length} are absent.**\n");
        page.Append("\n## Absent\n\n");
        if (absent.Length == 0)
        {
            page.Append("None.\n");
        }
        else
        {
            page.Append("| declaration | reason |\n|---|---|\n");
            foreach (var declaration in absent)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{declaration.Key}` | {ApiComparison.Reasons.GetValueOrDefault(declaration.Key, "**no reason given**")} |\n");
            }
        }

        page.Append("\n## Present\n");
        Sections(page, present);
        page.Append("\n## Beyond the list\n\nCode that uses these does not compile against Microsoft.Spark.\n");
        Sections(page, ApiComparison.Additions);
        return page.ToString();
    }

    private static void Sections(StringBuilder page, IEnumerable<ApiDeclaration> declarations)
    {
        foreach (var type in declarations.GroupBy(d => d.Type))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {type.Key}\n\n```csharp\n");
            page.AppendJoin('\n', type.Select(d => d.Declaration));
            page.Append("\n```\n");
        }
    }
}
