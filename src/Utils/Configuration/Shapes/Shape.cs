namespace SparkEtl.Utils.Configuration.Shapes;

/// <summary>What may stand at a place of the configuration, read off an options record.</summary>
internal abstract record Shape;

/// <summary>A single value: text, a number, true or false, one name of an enum, a secret.</summary>
internal sealed record ScalarShape(Type Type) : Shape
{
    /// <summary>The names an enum's values go by; empty for other types.</summary>
    public IReadOnlyList<string> Names { get; } =
        Type.IsEnum ? [.. Enum.GetNames(Type).Select(KeyName.Of)] : [];
}

/// <summary>A sequence of values of one shape.</summary>
internal sealed record ListShape(Type ItemType, Shape Item, bool AsList) : Shape
{
    public object Create(IReadOnlyList<object?> items)
    {
        Array array = Array.CreateInstance(ItemType, items.Count);
        for (int i = 0; i < items.Count; i++) array.SetValue(items[i], i);
        return AsList ? Activator.CreateInstance(typeof(List<>).MakeGenericType(ItemType), array)! : array;
    }
}

/// <summary>Values of one shape by free names.</summary>
internal sealed record DictionaryShape(Type ValueType, Shape Value) : Shape
{
    public object Create(IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(
            typeof(Dictionary<,>).MakeGenericType(typeof(string), ValueType))!;
        foreach (var (key, value) in entries) dictionary.Add(key, value);
        return dictionary;
    }
}

/// <summary>Named members, each with a shape of its own.</summary>
internal sealed record RecordShape(IReadOnlyList<Member> Members, Func<IReadOnlyDictionary<Member, object?>, object> Create) : Shape
{
    public IEnumerable<string> Keys => Members.Select(m => m.Key);

    public Member? this[string key] => Members.FirstOrDefault(m => m.Key == key);
}

/// <summary>One of several records, chosen by the key <c>kind</c>.</summary>
internal sealed record ChoiceShape(IReadOnlyDictionary<string, RecordShape> Kinds) : Shape
{
    public const string Key = "kind";

    public IEnumerable<string> KeysOfAll => Kinds.Values.SelectMany(k => k.Keys).Prepend(Key).Distinct();
}
