using System.Reflection;

namespace SparkEtl.Architecture.Tests.Api;

/// <summary>One declaration of Microsoft.Spark: the type it belongs to, itself, whether we have it.</summary>
internal sealed record ApiDeclaration(string Type, string Declaration, bool IsPresent)
{
    /// <summary>How the list of absent ones names it.</summary>
    public string Key => $"{Type}: {Declaration}";
}

/// <summary>The public API of Microsoft.Spark, declaration by declaration, against ours.</summary>
internal static class ApiComparison
{
    /// <summary>Every declaration of Microsoft.Spark, types first, in the order of names.</summary>
    public static IReadOnlyList<ApiDeclaration> Declarations { get; } = [.. PublicTypes(TheirAssembly).SelectMany(Compare)];

    /// <summary>What our types of the same names have beyond the list, and our types that it lacks.</summary>
    public static IReadOnlyList<ApiDeclaration> Additions { get; } = [.. PublicTypes(OurAssembly).SelectMany(Added)];

    /// <summary>Declarations that are absent on purpose, each with its reason.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = SourceFiles.Lines("tests/Architecture.Tests/Api/absent.tsv")
        .Where(l => l.Length > 0 && !l.StartsWith('#'))
        .Select(l => l.Split('\t'))
        .ToDictionary(p => p[0], p => p[1]);

    private static Assembly TheirAssembly => typeof(Microsoft.Spark.Sql.DataFrame).Assembly;

    private static Assembly OurAssembly => typeof(Spark.Sql.DataFrame).Assembly;

    private static IEnumerable<ApiDeclaration> Compare(Type theirs)
    {
        var name = Signature.NameOf(theirs);
        var ours = Ours(theirs);
        yield return new ApiDeclaration(name, Heading(theirs), ours is not null && Heading(ours) == Heading(theirs) && HasBase(ours, theirs));
        var members = ours is null ? [] : Signature.Members(ours);
        foreach (var declaration in Signature.Declarations(theirs).Order(StringComparer.Ordinal))
        {
            yield return new ApiDeclaration(name, declaration, members.Contains(declaration));
        }
    }

    private static IEnumerable<ApiDeclaration> Added(Type ours)
    {
        var name = Signature.NameOf(ours);
        if (TheirAssembly.GetType($"{Signature.TheirRoot}.{name}") is not { } theirs)
        {
            return [new ApiDeclaration(name, Heading(ours), IsPresent: true)];
        }

        var known = Signature.Declarations(theirs).ToHashSet(StringComparer.Ordinal);
        return Signature.Declarations(ours)
            .Where(d => !known.Contains(d) && d is not ("bool Equals(object obj)" or "int GetHashCode()" or "string ToString()"))
            .Order(StringComparer.Ordinal)
            .Select(d => new ApiDeclaration(name, d, IsPresent: true));
    }

    // A base of our own may stand between: what the list says of a type must hold of ours.
    private static bool HasBase(Type ours, Type theirs)
    {
        var expected = theirs.BaseType is { } parent ? Ours(parent) ?? parent : null;
        return expected is null || expected.IsAssignableFrom(ours);
    }

    private static Type? Ours(Type theirs) => theirs.Assembly == TheirAssembly ? OurAssembly.GetType($"{Signature.OurRoot}.{Signature.NameOf(theirs)}") : null;

    private static string Heading(Type type) => $"{Signature.KindOf(type)} {type.Name}{(typeof(IDisposable).IsAssignableFrom(type) ? " : IDisposable" : string.Empty)}";

    private static IEnumerable<Type> PublicTypes(Assembly assembly) => assembly.GetExportedTypes().OrderBy(Signature.NameOf, StringComparer.Ordinal);
}
