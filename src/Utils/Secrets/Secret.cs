using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace SparkEtl.Utils.Secrets;

/// <summary>A value that must not be seen: it prints as <c>***</c> wherever it ends up, and only <see cref="Reveal"/> gives it away.</summary>
[DebuggerDisplay("***")]
public sealed class Secret : IEquatable<Secret>
{
    /// <summary>What stands for a secret in text.</summary>
    public const string Mask = "***";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value; may be empty (a user without a password).</param>
    public Secret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The value itself, to hand to what needs it (a connection), never to text that is shown.</summary>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_value), Encoding.UTF8.GetBytes(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => Mask;
}
