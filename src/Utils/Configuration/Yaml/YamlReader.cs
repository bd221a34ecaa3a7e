using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SparkEtl.Utils.Configuration.Yaml;

/// <summary>Reads one YAML document into nodes with their places, and refuses what a configuration has no use for.</summary>
internal sealed class YamlReader
{
    // Deeper than any options record; keeps a hostile text from exhausting the stack.
    private const int DeepestNesting = 50;

    private readonly Parser _parser;
    private readonly Func<Mark, Origin> _place;
    private readonly ProblemList _problems;

    private YamlReader(string text, Func<Mark, Origin> place, ProblemList problems) =>
        (_parser, _place, _problems) = (new Parser(new StringReader(text)), place, problems);

    private ParsingEvent Current => _parser.Current!;

    /// <summary>Reads the text of a file; null when it is empty or malformed, which is then among the problems.</summary>
    public static YamlNode? ReadFile(string text, string file, ProblemList problems)
    {
        int before = problems.Count;
        YamlNode? root = Read(text, mark => new Origin(Layer.Environment, file, mark.Line, mark.Column), problems, TabAdvice(text));
        if (root is null && problems.Count == before)
        {
            problems.Add(
                new Origin(Layer.Environment, file, 1, 1), "the file is empty; expected an environment such as 'local:' with its sections below it");
        }
        return root;
    }

    /// <summary>Reads the text of an override, all of which has the same place.</summary>
    public static YamlNode? ReadOverride(string text, Origin origin, ProblemList problems) =>
        Read(text, _ => origin, problems, advice: null);

    private static YamlNode? Read(string text, Func<Mark, Origin> place, ProblemList problems, (Mark Mark, string Text)? advice)
    {
        try
        {
            return new YamlReader(text, place, problems).ReadDocument();
        }
        catch (YamlException e)
        {
            if (advice is { } tab && (tab.Mark.Line <= e.End.Line + 1 || e.Message.Contains("tab", StringComparison.Ordinal)))
                problems.Add(place(tab.Mark), tab.Text);
            else
                problems.Add(place(e.Start), $"this is not YAML: {Reason(e)}");
            return null;
        }
    }

    // The scanner's own message for a tab speaks of tokens; the first line that is indented by one is the cause.
    private static (Mark Mark, string Text)? TabAdvice(string text)
    {
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            int tab = line[..^line.TrimStart(" \t").Length].IndexOf('\t');
            if (tab >= 0 && !line.Trim().IsEmpty)
                return (new Mark(0, number, tab + 1), "the line is indented by a tab, which YAML forbids; indent by spaces");
        }
        return null;
    }

    private static string Reason(YamlException e)
    {
        string reason = e.Message.TrimEnd('.');
        return reason.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(reason[0]) + reason[1..];
    }

    private YamlNode? ReadDocument()
    {
        Advance<StreamStart>();
        if (Advance() is StreamEnd) return null;
        bool empty = Advance<NodeEvent>() is Scalar { IsPlainImplicit: true, Value: "" };
        YamlNode? root = ReadNode(0);
        Advance<DocumentEnd>();
        if (Advance() is DocumentStart)
            _problems.Add(_place(Current.Start), "a second document starts here; expected one document in the file");
        return empty ? null : root;
    }

    private ParsingEvent Advance<T>()
        where T : ParsingEvent =>
        Advance() is T and var current ? current : throw new YamlException(Current.Start, Current.End, "it ends or goes on where it should not");

    // On some malformed text the library's scanner trips over its own state; what it had read until then tells where.
    private ParsingEvent Advance()
    {
        Mark end = _parser.Current?.End ?? new Mark(0, 1, 1);
        try
        {
            return _parser.MoveNext() ? Current : throw new YamlException(end, end, "it ends too early");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new YamlException(end, end, "what follows is neither a key, a value nor a list item", e);
        }
    }

    private YamlNode ReadNode(int depth)
    {
        Origin origin = _place(Current.Start);
        if (depth > DeepestNesting)
            throw new YamlException(Current.Start, Current.End, $"it is nested more than {DeepestNesting} levels deep");
        Refuse(origin);
        return Current switch
        {
            Scalar scalar => new ScalarNode(origin, scalar.Value, scalar.IsPlainImplicit && scalar.Style == ScalarStyle.Plain),
            SequenceStart => ReadList(origin, depth),
            MappingStart => ReadMap(origin, depth),
            _ => new ScalarNode(origin, "", true),
        };
    }

    private void Refuse(Origin origin)
    {
        if (Current is AnchorAlias alias)
            _problems.Add(origin, $"'*{alias.Value}' is an alias; aliases are not read, put what environments share under 'defaults'");
        else if (Current is NodeEvent { Anchor.IsEmpty: false } anchored)
            _problems.Add(origin, $"'&{anchored.Anchor.Value}' is an anchor; anchors are not read, put what environments share under 'defaults'");
        if (Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag })
            _problems.Add(origin, $"'{tag.Value}' is a tag; tags are not read, the key decides the type");
    }

    private ListNode ReadList(Origin origin, int depth)
    {
        var items = new List<YamlNode>();
        while (Advance() is not SequenceEnd)
            items.Add(ReadNode(depth + 1));
        return new ListNode(origin, items);
    }

    private MapNode ReadMap(Origin origin, int depth)
    {
        var entries = new List<MapEntry>();
        while (Advance() is not MappingEnd)
        {
            Origin keyOrigin = _place(Current.Start);
            YamlNode key = ReadNode(depth + 1);
            Advance();
            YamlNode value = ReadNode(depth + 1);
            if (key is not ScalarNode { Text: var name })
                _problems.Add(keyOrigin, $"expected a key, found {key.Noun}");
            else if (entries.Find(e => e.Key == name) is { } first)
                _problems.Add(keyOrigin, $"the key '{name}' is given twice, first at {first.KeyOrigin}; leave one of them");
            else
                entries.Add(new MapEntry(name, keyOrigin, value));
        }
        return new MapNode(origin, entries);
    }
}
