namespace SparkEtl.Utils.Secrets;

/// <summary>
/// Marks a text property of an options record as secret: its value may only come from the environment, <c>.env</c> or a file, and is
/// masked in logs. A property of type <see cref="Secret"/>, or one whose key is <c>password</c> or ends with <c>_password</c>, needs no mark.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SecretAttribute : Attribute;
