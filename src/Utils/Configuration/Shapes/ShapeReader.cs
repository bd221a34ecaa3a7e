using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Configuration.Shapes;

/// <summary>Reads the shape of a record off its type.</summary>
internal sealed class ShapeReader
{
    private static readonly Type[] s_scalars =
        [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(Secret)];

    private readonly NullabilityInfoContext _nullability = new();
    private readonly Stack<Type> _within = new();

    private ShapeReader()
    {
    }

    public static Shape Of(Type type) => new ShapeReader().Read(type, type);

    private Shape Read(Type type, Type owner)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum || s_scalars.Contains(type)) return new ScalarShape(type);
        if (DictionaryValue(type, owner) is { } value) return new DictionaryShape(value, Read(value, owner));
        if (ListItem(type) is { } item)
        {
            bool asList = !type.IsAssignableFrom(item.MakeArrayType());
            return new ListShape(item, Read(item, owner), asList);
        }
        if (!type.IsClass || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
            throw new UnsupportedOptionsException(owner, $"a property of type {type} has no form in YAML; use text, numbers, bool, enums, lists, dictionaries by text, records");
        if (_within.Contains(type)) throw new UnsupportedOptionsException(owner, $"{type.Name} contains itself");

        _within.Push(type);
        KindAttribute[] kinds = [.. type.GetCustomAttributes<KindAttribute>()];
        Shape shape = kinds.Length > 0
            ? new ChoiceShape(kinds.ToDictionary(k => k.Name, k => ReadRecord(k.Type)))
            : ReadRecord(type);
        _within.Pop();
        return shape;
    }

    private static Type? DictionaryValue(Type type, Type owner)
    {
        if (!type.IsGenericType || type.GetGenericArguments() is not [var key, var value]) return null;
        if (!type.IsAssignableFrom(typeof(Dictionary<,>).MakeGenericType(key, value))) return null;
        return key == typeof(string) ? value : throw new UnsupportedOptionsException(owner, $"the keys of {type} must be text");
    }

    private static Type? ListItem(Type type)
    {
        if (type.IsArray) return type.GetElementType();
        return type.IsGenericType && type.GetGenericArguments() is [var item]
            && type.IsAssignableFrom(typeof(List<>).MakeGenericType(item)) ? item : null;
    }

    private RecordShape ReadRecord(Type type)
    {
        if (type.IsAbstract) throw new UnsupportedOptionsException(type, "it is abstract and names no kinds");
        RecordFactory factory = RecordFactory.Of(type);
        object? blank = factory.Blank();
        Member[] members = [.. factory.Properties.Select(property => ReadMember(property, factory, blank))];
        return new RecordShape(members, factory.Create);
    }

    private Member ReadMember(PropertyInfo property, RecordFactory factory, object? blank)
    {
        bool nullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || (!property.PropertyType.IsValueType && _nullability.Create(property).WriteState != NullabilityState.NotNull);
        string key = KeyName.Of(property.Name);
        ValidationAttribute[] conditions = [.. factory.Attributes<ValidationAttribute>(property)];
        if (conditions.FirstOrDefault(c => c.RequiresValidationContext) is { } wide)
            throw new UnsupportedOptionsException(property.DeclaringType!, $"[{wide.GetType().Name}] on {property.Name} looks beyond the value; check it in the constructor or in init");
        return new Member(key, Read(property.PropertyType, property.DeclaringType!))
        {
            Property = property,
            Default = blank is null ? factory.DefaultOf(property) : property.GetValue(blank),
            IsNullable = nullable,
            IsRequired = property.IsDefined(typeof(RequiredMemberAttribute))
                || factory.IsDemanded(property)
                || (!nullable && blank is not null && property.GetValue(blank) is null),
            IsSecret = property.PropertyType == typeof(Secret)
                || factory.Attributes<SecretAttribute>(property).Any()
                || key == "password" || key.EndsWith("_password", StringComparison.Ordinal),
            Conditions = conditions,
        };
    }
}
