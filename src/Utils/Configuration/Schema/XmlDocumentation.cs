using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SparkEtl.Utils.Configuration.Schema;

/// <summary>The summaries of properties, from the documentation files that the compiler writes.</summary>
public sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, string> _summaries;

    /// <summary>Reads documentation.</summary>
    /// <param name="files">The text of the files.</param>
    public XmlDocumentation(IEnumerable<string> files) =>
        _summaries = files
            .SelectMany(text => XDocument.Parse(text).Descendants("member"))
            .Where(member => member.Attribute("name") is not null && member.Element("summary") is not null)
            .GroupBy(member => member.Attribute("name")!.Value)
            .ToDictionary(g => g.Key, g => Blanks().Replace(Text(g.First().Element("summary")!), " ").Trim());

    /// <summary>The summary of a property, or of the one it overrides; null when there is none.</summary>
    /// <param name="property">The property.</param>
    public string? Summary(PropertyInfo property)
    {
        ArgumentNullException.ThrowIfNull(property);
        for (Type? type = property.DeclaringType; type is not null; type = type.BaseType)
        {
            if (_summaries.TryGetValue($"P:{type.FullName?.Replace('+', '.')}.{property.Name}", out string? summary)) return summary;
        }
        return null;
    }

    // <c>words</c> and the like stand for their words, a reference for the last part of its name.
    private static string Text(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => see.Attribute("cref")?.Value.Split('.', ':')[^1] ?? see.Value,
        XElement inner => Text(inner),
        _ => "",
    }));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
