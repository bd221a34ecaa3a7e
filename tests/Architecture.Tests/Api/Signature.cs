using System.Globalization;
using System.Reflection;

namespace SparkEtl.Architecture.Tests.Api;

/// <summary>Public declarations as C# writes them, with the namespaces of both bindings left out, so that they can be compared as text.</summary>
internal static class Signature
{
    /// <summary>The namespaces of the two bindings.</summary>
    public const string TheirRoot = "Microsoft.Spark";
    public const string OurRoot = "SparkEtl.Spark";

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>The type by its name in either binding: <c>Sql.Types.Date</c>.</summary>
    public static string NameOf(Type type)
    {
        var name = type.FullName ?? type.Name;
        return name.StartsWith(TheirRoot + ".", StringComparison.Ordinal) ? name[(TheirRoot.Length + 1)..]
            : name.StartsWith(OurRoot + ".", StringComparison.Ordinal) ? name[(OurRoot.Length + 1)..]
            : name;
    }

    /// <summary>What kind of type it is: <c>sealed class</c>, <c>static class</c>, <c>enum</c>...</summary>
    public static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    /// <summary>The public members that the type itself declares.</summary>
    public static IEnumerable<string> Declarations(Type type) => type.IsEnum
        ? Enum.GetNames(type)
        : type.GetMembers(Declared).Where(IsDeclaration).Select(Of);

    /// <summary>The public members that the type has, inherited ones too.</summary>
    public static HashSet<string> Members(Type type)
    {
        var members = new HashSet<string>(Declarations(type), StringComparer.Ordinal);
        for (var parent = type.BaseType; parent is not null && !type.IsEnum; parent = parent.BaseType)
        {
            members.UnionWith(parent.GetMembers(Declared).Where(m => m is not ConstructorInfo && IsDeclaration(m)).Select(Of));
        }

        return members;
    }

    private static bool IsDeclaration(MemberInfo member) => member switch
    {
        MethodInfo method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal),
        ConstructorInfo or PropertyInfo => true,
        FieldInfo field => !field.IsSpecialName,
        _ => false,
    };

    private static string Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{constructor.DeclaringType!.Name}({Parameters(constructor)})",
        MethodInfo { Name: "op_Implicit" } method => $"static implicit operator {Name(method.ReturnType)}({Parameters(method)})",
        MethodInfo method => $"{Static(method)}{Name(method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method)})",
        PropertyInfo property => Property(property),
        FieldInfo field => $"{(field.IsStatic ? "static " : string.Empty)}{Name(field.FieldType)} {field.Name}",
        _ => throw new InvalidOperationException($"{member.MemberType} {member.Name} is not expected in the API."),
    };

    private static string Property(PropertyInfo property)
    {
        var index = property.GetIndexParameters();
        var name = index.Length > 0 ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        var setter = property.SetMethod is { IsPublic: true } ? " set;" : string.Empty;
        return $"{Static(property.GetMethod!)}{Name(property.PropertyType)} {name} {{ get;{setter} }}";
    }

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : string.Empty;

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : string.Empty;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var many = parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params " : string.Empty;
        var value = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : string.Empty;
        return $"{many}{Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        string s => $"\"{s}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.IsGenericParameter ? type.Name : NameOf(type).Split('.')[^1];
    }
}
