using System.Xml;
using System.Xml.XPath;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Xml;

/// <summary>What XPath expressions find in XML texts, for one place of a query. Names are taken as they are written: a prefix has no meaning, as in Spark.</summary>
internal sealed class XPathValues
{
    private readonly TextLookup<XPathExpression?> strings = new(path => Compile($"string({path})", path));
    private readonly TextLookup<XPathExpression?> numbers = new(path => Compile($"number({path})", path));
    private readonly TextLookup<XPathExpression?> flags = new(path => Compile($"boolean({path})", path));
    private readonly TextLookup<XPathExpression?> nodes = new(path => Compile(path, path));

    /// <summary>The texts of all nodes; null for an element, which has none itself.</summary>
    public object?[]? Nodes(string xml, string path)
    {
        if (Evaluate(xml, path, nodes) is not { } value)
        {
            return null;
        }

        var found = value as XPathNodeIterator
            ?? throw new QueryException("INVALID_PARAMETER_VALUE.XPATH", $"The path '{path}' of xpath gives a value, expected one that finds nodes. Use xpath_string, xpath_double or xpath_boolean.");
        return [.. found.Cast<XPathNavigator>().Select(n => n.NodeType is XPathNodeType.Element or XPathNodeType.Root ? null : n.Value)];
    }

    public string? Text(string xml, string path) => (string?)Evaluate(xml, path, strings);

    public bool? Flag(string xml, string path) => (bool?)Evaluate(xml, path, flags);

    public double? Number(string xml, string path) => (double?)Evaluate(xml, path, numbers);

    public float? Float(string xml, string path) => (float?)Number(xml, path);

    // As Java has it: NaN is 0, what is too large is the largest.
    public long? Long(string xml, string path) => Number(xml, path) switch
    {
        null => null,
        double.NaN => 0,
        >= long.MaxValue => long.MaxValue,
        <= long.MinValue => long.MinValue,
        { } number => (long)number,
    };

    public int? Int(string xml, string path) => Number(xml, path) switch
    {
        null => null,
        double.NaN => 0,
        { } number => (int)Math.Clamp(number, int.MinValue, int.MaxValue),
    };

    public short? Short(string xml, string path) => Int(xml, path) is { } number ? unchecked((short)number) : null;

    private static object? Evaluate(string xml, string path, TextLookup<XPathExpression?> compiled)
    {
        if (xml.Length == 0 || compiled.Get(path) is not { } expression)
        {
            return null;
        }

        try
        {
            using var reader = new XmlTextReader(new StringReader(xml)) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            var document = new XmlDocument { XmlResolver = null, PreserveWhitespace = true };
            document.Load(reader);

            // Evaluating changes an expression.
            return document.CreateNavigator()!.Evaluate(expression.Clone());
        }
        catch (Exception e) when (e is XmlException or XPathException)
        {
            throw new QueryException("INVALID_PARAMETER_VALUE.XML", $"The XML text cannot be searched: {e.Message} Found: {(xml.Length > 100 ? xml[..100] + "..." : xml)}", e);
        }
    }

    private static XPathExpression? Compile(string text, string path)
    {
        if (path.Length == 0)
        {
            return null;
        }

        try
        {
            var expression = XPathExpression.Compile(text);
            expression.SetContext(new AnyPrefix());
            return expression;
        }
        catch (XPathException e)
        {
            throw new QueryException("INVALID_PARAMETER_VALUE.XPATH", $"The path '{path}' is no XPath: {e.Message}", e);
        }
    }

    // A prefix in a path stands for a space of names that no node is in.
    private sealed class AnyPrefix() : XmlNamespaceManager(new NameTable())
    {
        public override string LookupNamespace(string prefix) => prefix.Length == 0 ? string.Empty : $"prefix:{prefix}";
    }
}
