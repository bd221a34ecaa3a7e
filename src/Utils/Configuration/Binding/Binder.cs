using System.ComponentModel.DataAnnotations;
using System.Reflection;
using SparkEtl.Utils.Configuration.Shapes;
using SparkEtl.Utils.Configuration.Values;
using SparkEtl.Utils.Configuration.Yaml;
using SparkEtl.Utils.Errors;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Configuration.Binding;

/// <summary>Makes objects of nodes as their shapes say; whatever does not fit is added to the problems, and the object is then null.</summary>
internal sealed class Binder(string environment, ValueResolver values, ProblemList problems)
{
    private readonly Dictionary<string, Origin> _origins = [];

    /// <summary>Where the value of each key came from, by its path without the environment.</summary>
    public IReadOnlyDictionary<string, Origin> Origins => _origins;

    public object? Bind(Shape shape, YamlNode node, string path, bool isSecret = false)
    {
        _origins[path] = node.Origin;
        isSecret |= shape is ScalarShape { Type: var type } && type == typeof(Secret);
        if (node is OverrideNode given && shape is not ScalarShape)
        {
            int before = problems.Count;
            node = YamlReader.ReadOverride(given.Text, given.Origin, problems) ?? node;
            if (problems.Count > before) return null;
        }
        return (shape, node) switch
        {
            (ScalarShape scalar, ScalarNode or OverrideNode) => BindScalar(scalar, node, path, isSecret),
            (ListShape list, ListNode items) => BindList(list, items, path, isSecret),
            (DictionaryShape dictionary, MapNode map) => BindDictionary(dictionary, map, path, isSecret),
            (RecordShape record, MapNode map) => BindRecord(record, map, path, map.Entries, record.Keys),
            (ChoiceShape choice, MapNode map) => BindChoice(choice, map, path),
            _ => Refuse(node, $"{Place(node.Origin, path)} must be {Expected(shape)}, found {(isSecret && node is (ScalarNode or OverrideNode) ? "a value" : node.Noun)}"),
        };
    }

    private static string Expected(Shape shape) => shape switch
    {
        ScalarShape => "a single value",
        ListShape => "a list",
        DictionaryShape => "a mapping of names to values",
        _ => "a mapping of keys to values",
    };

    private string Place(Origin origin, string path)
    {
        string root = origin.Layer == Layer.Defaults ? Document.Defaults : environment;
        return path.Length == 0 ? root : $"{root}.{path}";
    }

    private static string Below(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private object? Refuse(YamlNode node, string problem)
    {
        problems.Add(node.Origin, problem);
        return null;
    }

    private object? BindScalar(ScalarShape shape, YamlNode node, string path, bool isSecret)
    {
        string place = Place(node.Origin, path);
        if (values.Resolve(node, place, isSecret) is not { } value) return null;
        string? problem = ScalarValue.Read(shape, value, out object? read);
        if (problem is null) return read;
        string found = isSecret ? "something else" : value.Shown;
        string hint = isSecret || value.IsReferred ? "" : NearestName.Clause(value.Text, shape.Names);
        return Refuse(node, $"{place} must be {problem}, found {found}{hint}");
    }

    private object? BindList(ListShape shape, ListNode list, string path, bool isSecret)
    {
        int before = problems.Count;
        object?[] items = [.. list.Items.Select((item, i) => BindPresent(shape.Item, item, $"{path}[{i + 1}]", isSecret))];
        return problems.Count > before ? null : shape.Create(items);
    }

    private object? BindDictionary(DictionaryShape shape, MapNode map, string path, bool isSecret)
    {
        int before = problems.Count;
        KeyValuePair<string, object?>[] entries = [.. map.Entries.Select(e => KeyValuePair.Create(
            e.Key, BindPresent(shape.Value, e.Value, Below(path, e.Key), isSecret || SecretName.Holds(e.Key))))];
        return problems.Count > before ? null : shape.Create(entries);
    }

    // A value where null has no meaning.
    private object? BindPresent(Shape shape, YamlNode node, string path, bool isSecret) =>
        node is ScalarNode { IsNull: true } ? Refuse(node, $"{Place(node.Origin, path)} has no value")
            : Bind(shape, node, path, isSecret);

    private object? BindChoice(ChoiceShape shape, MapNode map, string path)
    {
        MapEntry? kindEntry = map.Entries.FirstOrDefault(e => e.Key == ChoiceShape.Key);
        string known = string.Join(" or ", shape.Kinds.Keys);
        if (kindEntry is null)
        {
            RefuseUnknown(map.Entries, shape.KeysOfAll, path);
            return Refuse(map, $"'{ChoiceShape.Key}' is missing in {Place(map.Origin, path)}: {known}");
        }
        string kindPath = Below(path, ChoiceShape.Key);
        if (BindPresent(new ScalarShape(typeof(string)), kindEntry.Value, kindPath, false) is not string kind) return null;
        if (!shape.Kinds.TryGetValue(kind, out RecordShape? record))
        {
            RefuseUnknown(map.Entries, shape.KeysOfAll, path);
            return Refuse(kindEntry.Value, $"{Place(kindEntry.Value.Origin, kindPath)} must be {known}, found '{kind}'{NearestName.Clause(kind, shape.Kinds.Keys)}");
        }

        var own = new List<MapEntry>();
        foreach (MapEntry entry in map.Entries.Where(e => e != kindEntry))
        {
            string[] kindsWithKey = [.. shape.Kinds.Where(k => k.Value[entry.Key] is not null).Select(k => k.Key)];
            if (kindsWithKey.Length == 0 || kindsWithKey.Contains(kind))
                own.Add(entry);
            else if (entry.Value.Origin.Layer >= kindEntry.Value.Origin.Layer)
                problems.Add(entry.KeyOrigin, $"'{entry.Key}' belongs to {kindPath} {string.Join(" or ", kindsWithKey)}, this is {kind}; take it out or change the kind");
            // Else the kind was chosen over a section of another kind, whose keys then say nothing.
        }
        return BindRecord(record, map, path, own, record.Keys.Prepend(ChoiceShape.Key));
    }

    private void RefuseUnknown(IEnumerable<MapEntry> entries, IEnumerable<string> known, string path)
    {
        string[] keys = [.. known];
        foreach (MapEntry entry in entries.Where(e => !keys.Contains(e.Key)))
            problems.Add(entry.KeyOrigin, UnknownKey.Message(entry.Key, Place(entry.KeyOrigin, path), keys));
    }

    private object? BindRecord(RecordShape shape, MapNode map, string path, IReadOnlyList<MapEntry> entries, IEnumerable<string> known)
    {
        int before = problems.Count;
        RefuseUnknown(entries, known, path);
        var bound = new Dictionary<Member, object?>();
        foreach (MapEntry entry in entries)
        {
            if (shape[entry.Key] is { } member) BindMember(member, entry, path, bound);
        }
        foreach (Member member in shape.Members.Where(m => m.IsRequired && !entries.Any(e => e.Key == m.Key)))
            problems.Add(map.Origin, $"'{member.Key}' is missing in {Place(map.Origin, path)}");
        if (problems.Count > before) return null;
        try
        {
            return shape.Create(bound);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } cause and not OutOfMemoryException)
        {
            return Refuse(map, $"{Place(map.Origin, path)} is not valid: {cause.Message}");
        }
    }

    private void BindMember(Member member, MapEntry entry, string path, Dictionary<Member, object?> bound)
    {
        string place = Place(entry.Value.Origin, Below(path, member.Key));
        bool isNull = entry.Value is ScalarNode { IsNull: true }
            || (entry.Value is OverrideNode { Text: "null" or "~" } && member is { IsNullable: true, IsSecret: false });
        if (isNull)
        {
            if (!member.IsNullable) problems.Add(entry.Value.Origin, $"{place} has no value; write one{(member.IsRequired ? "" : ", or take the key out")}");
            return;
        }
        int before = problems.Count;
        object? value = Bind(member.Shape, entry.Value, Below(path, member.Key), member.IsSecret);
        if (problems.Count > before) return;
        if (member.IsRequired && value is string text && string.IsNullOrWhiteSpace(text) && !member.IsSecret)
            problems.Add(entry.Value.Origin, $"{place} is empty; expected a value");
        foreach (ValidationAttribute condition in member.Conditions.Where(c => !c.IsValid(value)))
            problems.Add(entry.Value.Origin, $"{place} must be {Condition(condition, place)}{(member.IsSecret ? "" : $", found '{value}'")}");
        bound[member] = value;
    }

    private static string Condition(ValidationAttribute condition, string place) => condition switch
    {
        RangeAttribute range => $"from {range.Minimum} to {range.Maximum}",
        { ErrorMessage: { } message } => message,
        _ => $"valid ({condition.FormatErrorMessage(place)})",
    };
}
