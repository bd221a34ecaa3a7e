using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SparkEtl.Architecture.Tests.Dependencies;

/// <summary>What a compiled assembly uses of others.</summary>
internal static class AssemblyUse
{
    /// <summary>The full names of the types of other assemblies that the assembly uses.</summary>
    public static IReadOnlyList<string> TypesUsedBy(string assemblyFile)
    {
        using var stream = File.OpenRead(assemblyFile);
        using var pe = new PEReader(stream);
        var metadata = pe.GetMetadataReader();
        return [.. metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Where(t => t.ResolutionScope.Kind == HandleKind.AssemblyReference)
            .Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The names of the assemblies that the assembly uses.</summary>
    public static IReadOnlyList<string> AssembliesUsedBy(string assemblyFile)
    {
        using var stream = File.OpenRead(assemblyFile);
        using var pe = new PEReader(stream);
        var metadata = pe.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(a => metadata.GetString(metadata.GetAssemblyReference(a).Name)).Order(StringComparer.Ordinal)];
    }
}
