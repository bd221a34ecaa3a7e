using SparkEtl.Spark.Engines.Jvm.Wire;

namespace SparkEtl.Spark.Engines.Jvm.Gateway;

/// <summary>Errors as our side of the JVM describes them.</summary>
internal static class JavaFailure
{
    /// <summary>The error that the bytes describe.</summary>
    /// <param name="from">The bytes.</param>
    /// <param name="mask">What to do with each text of the error; null for nothing.</param>
    public static JavaException Read(WireReader from, Func<string, string>? mask = null)
    {
        string? Masked(string? text) => text is null || mask is null ? text : mask(text);
        var causes = new JavaCause[from.ReadInt32()];
        for (var i = 0; i < causes.Length; i++)
        {
            causes[i] = new JavaCause(from.ReadText()!, Masked(from.ReadText()), from.ReadText(), from.ReadBoolean());
        }

        return new JavaException(causes, Masked(from.ReadText()) ?? string.Empty);
    }
}
