using System.Reflection;

namespace SparkEtl.Utils.Configuration.Shapes;

/// <summary>Makes records of one type: by their properties, or by the parameters of their only constructor.</summary>
internal sealed class RecordFactory
{
    private readonly ConstructorInfo _constructor;
    private readonly Dictionary<string, ParameterInfo> _parameters;

    private RecordFactory(Type type, ConstructorInfo constructor)
    {
        _constructor = constructor;
        _parameters = constructor.GetParameters().ToDictionary(p => p.Name!, StringComparer.OrdinalIgnoreCase);
        Properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.SetMethod is { IsPublic: true })
            .OrderBy(p => Depth(p.DeclaringType)).ThenBy(p => p.MetadataToken)];
    }

    /// <summary>The properties that can be given, those of base records first, in the order of the code.</summary>
    public IReadOnlyList<PropertyInfo> Properties { get; }

    public static RecordFactory Of(Type type)
    {
        ConstructorInfo[] constructors = type.GetConstructors();
        ConstructorInfo constructor = constructors.FirstOrDefault(c => c.GetParameters().Length == 0)
            ?? constructors.MaxBy(c => c.GetParameters().Length)
            ?? throw new UnsupportedOptionsException(type, "it has no public constructor");
        var factory = new RecordFactory(type, constructor);
        string? stray = factory._parameters.Keys.FirstOrDefault(
            name => !factory.Properties.Any(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)));
        return stray is null ? factory
            : throw new UnsupportedOptionsException(type, $"its constructor's parameter '{stray}' has no property of that name with init");
    }

    /// <summary>A record with every property at its default; null when the constructor demands values.</summary>
    public object? Blank() => _parameters.Count == 0 ? _constructor.Invoke(null) : null;

    /// <summary>Whether the constructor demands a value for the property.</summary>
    public bool IsDemanded(PropertyInfo property) => _parameters.TryGetValue(property.Name, out var parameter) && !parameter.HasDefaultValue;

    /// <summary>What the property is when the constructor is not given a value for it.</summary>
    public object? DefaultOf(PropertyInfo property) =>
        _parameters.TryGetValue(property.Name, out var parameter) && parameter.HasDefaultValue ? DefaultOf(parameter) : null;

    /// <summary>The attributes on the property, or on the parameter it was made from.</summary>
    public IEnumerable<T> Attributes<T>(PropertyInfo property)
        where T : Attribute =>
        property.GetCustomAttributes<T>().Concat(
            _parameters.TryGetValue(property.Name, out var parameter) ? parameter.GetCustomAttributes<T>() : []);

    public object Create(IReadOnlyDictionary<Member, object?> values)
    {
        var byName = values.ToDictionary(v => v.Key.Property!.Name, v => v.Value, StringComparer.OrdinalIgnoreCase);
        object?[] arguments = [.. _constructor.GetParameters().Select(p => byName.TryGetValue(p.Name!, out var value) ? value : DefaultOf(p))];
        object record = _constructor.Invoke(arguments);
        foreach (var (member, value) in values)
        {
            if (!_parameters.ContainsKey(member.Property!.Name)) member.Property.SetValue(record, value);
        }
        return record;
    }

    // A value type's `= default` is recorded as null.
    private static object? DefaultOf(ParameterInfo parameter) =>
        parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);
}
