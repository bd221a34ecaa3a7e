namespace SparkEtl.Utils.Configuration.Values;

/// <summary>The text of a value after its references were filled in.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsUntyped">Whether it may be read as a number or a truth value: it was not quoted, or was not written in the file.</param>
/// <param name="IsReferred">Whether some of it is the value of a reference.</param>
/// <param name="Shown">How an error message may show it: never the value of a reference.</param>
internal sealed record Resolved(string Text, bool IsUntyped, bool IsReferred, string Shown);
