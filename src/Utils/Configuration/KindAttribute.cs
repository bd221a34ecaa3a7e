namespace SparkEtl.Utils.Configuration;

/// <summary>
/// On an abstract options record: the value of the key <c>kind</c> that chooses the derived record, whose properties are the keys then allowed.
/// </summary>
/// <param name="name">The value of <c>kind</c>.</param>
/// <param name="type">The derived record.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class KindAttribute(string name, Type type) : Attribute
{
    /// <summary>The value of <c>kind</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The derived record.</summary>
    public Type Type { get; } = type;
}
