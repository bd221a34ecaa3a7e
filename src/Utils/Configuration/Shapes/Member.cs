using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace SparkEtl.Utils.Configuration.Shapes;

/// <summary>A key of a record.</summary>
internal sealed record Member(string Key, Shape Shape)
{
    /// <summary>Whether the key must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the key may be given without a value.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the value must not be written out in the file, nor shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What further conditions the value must meet.</summary>
    public IReadOnlyList<ValidationAttribute> Conditions { get; init; } = [];

    /// <summary>The value the key has when it is not given; null also when that cannot be told.</summary>
    public object? Default { get; init; }

    /// <summary>The property the key is bound to; null for the sections of an environment.</summary>
    public PropertyInfo? Property { get; init; }
}
